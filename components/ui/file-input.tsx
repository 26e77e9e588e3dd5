"use client";

import { type ComponentProps, useState } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { formatNumber } from "@/lib/i18n/format";
import { fileSize } from "./file-size";
import { Icon } from "./icon";

type FileInputProps = Omit<ComponentProps<"input">, "type">;

/**
 * A file to choose or drop. The native input lies over the whole area, unseen: it keeps the
 * keyboard, the dropping and the form, while its words, which follow the browser's language
 * and not the page's, stay hidden.
 */
export function FileInput({ onChange, className, ...input }: FileInputProps) {
  const t = useTranslations("common.file");
  const locale = useLocale();
  const [files, setFiles] = useState<File[]>([]);
  const describe = (file: File) => {
    const { unit, amount } = fileSize(file.size);
    return t("chosen", {
      name: file.name,
      size: t(unit, { size: formatNumber(amount, 0, locale) }),
    });
  };
  return (
    <div className="relative flex min-h-24 flex-col items-center justify-center gap-1 rounded-md border border-dashed border-edge bg-surface p-4 text-center has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-action hover:border-action hover:bg-hover">
      <span className="flex flex-wrap items-center justify-center gap-x-2">
        <Icon name="upload" className="text-action" />
        <span className="font-semibold text-action">{t("choose")}</span>
        <span className="hidden text-quiet md:inline">{t("drop")}</span>
      </span>
      <output className="text-sm text-quiet">
        {files.length > 0 ? files.map(describe).join(", ") : t("none")}
      </output>
      <input
        {...input}
        type="file"
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        onChange={(event) => {
          setFiles([...(event.currentTarget.files ?? [])]);
          onChange?.(event);
        }}
      />
    </div>
  );
}
