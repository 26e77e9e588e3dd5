"use client";

import { useLocale, useTranslations } from "use-intl/react";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon, type IconName } from "@/components/ui/icon";
import { LOCALES } from "@/lib/i18n/locales";
import { THEMES, type Theme } from "./theme";

export interface PreferencesProps {
  theme: Theme;
  /** Receives the form with `theme`: system, light or dark. */
  setTheme: (form: FormData) => Promise<void>;
  /** Receives the form with `locale`: vi or en. */
  setLocale: (form: FormData) => Promise<void>;
}

const OPTION =
  "flex min-h-11 flex-auto items-center justify-center gap-1.5 rounded-md border border-transparent px-1.5 text-sm whitespace-nowrap hover:bg-hover aria-pressed:border-action aria-pressed:bg-action-soft aria-pressed:font-semibold aria-pressed:text-action md:min-h-9";

interface ChoiceFormProps {
  legend: string;
  name: string;
  action: (form: FormData) => Promise<void>;
  options: readonly { value: string; label: string; lang?: string; icon?: IconName }[];
  chosen: string;
}

/** One row of buttons, each of which sends the form with its own value. */
function ChoiceForm({ legend, name, action, options, chosen }: ChoiceFormProps) {
  return (
    <form action={action}>
      <p className="mb-1 text-xs text-quiet">{legend}</p>
      <div className="flex flex-wrap gap-1">
        {options.map(({ value, label, lang, icon }) => (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            lang={lang}
            aria-pressed={value === chosen}
            className={OPTION}
          >
            {icon ? <Icon name={icon} size={16} /> : null}
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}

/** Theme and language as two forms, so that they work before any script has loaded. */
export function Preferences({ theme, setTheme, setLocale }: PreferencesProps) {
  const t = useTranslations("shell");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-3">
      <ChoiceForm
        legend={t("theme.label")}
        name="theme"
        action={setTheme}
        chosen={theme}
        options={THEMES.map((value) => ({ value, label: t(`theme.${value}`), icon: value }))}
      />
      <ChoiceForm
        legend={t("language.label")}
        name="locale"
        action={setLocale}
        chosen={locale}
        options={LOCALES.map((value) => ({ value, label: t(`language.${value}`), lang: value }))}
      />
    </div>
  );
}

/** The same under a button of the header. */
export function PreferencesMenu(props: PreferencesProps) {
  const t = useTranslations("shell");
  return (
    <Disclosure
      label={t("display")}
      summary={<Icon name={props.theme} />}
      className="flex size-11 items-center justify-center text-quiet hover:bg-hover hover:text-ink"
    >
      <Preferences {...props} />
    </Disclosure>
  );
}
