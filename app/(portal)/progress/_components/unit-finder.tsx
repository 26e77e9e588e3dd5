import { listHref } from "@/components/data-table/href";
import { ParamFields, type PlainParams } from "@/components/data-table/param-fields";
import { TextField } from "@/components/forms/text-field";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import { type FoundUnit, findUnits } from "@/lib/server/units/find-units";

interface UnitFinderProps {
  /** The page that the finder stands on; what is looked for is its parameter `find`. */
  pathname: string;
  /** What else its address says. */
  params: PlainParams;
  find?: string;
  label: string;
  /** Where a unit that was found leads. */
  hrefOf: (unit: FoundUnit) => string;
}

function Line({ unit, href, was }: { unit: FoundUnit; href: string; was: string }) {
  const { name, province } = unit;
  return (
    <li className="border-b border-line py-2 last:border-0">
      <TextLink href={href} prefetch={false}>
        {name}
      </TextLink>
      {province ? `, ${province}` : null}
      {was ? <span className="block text-sm text-quiet">{was}</span> : null}
    </li>
  );
}

async function Found({ find, hrefOf }: { find: string; hrefOf: UnitFinderProps["hrefOf"] }) {
  const t = await getTranslator("compare.find");
  const { units, more } = await findUnits(find);
  if (units.length === 0) return <p className="text-quiet">{t("none", { text: find })}</p>;
  return (
    <>
      <ul aria-label={t("found")}>
        {units.map((unit) => (
          <Line
            key={unit.id}
            unit={unit}
            href={hrefOf(unit)}
            was={unit.was ? t("was", { unit: unit.was }) : ""}
          />
        ))}
      </ul>
      {more ? <p className="text-sm text-quiet">{t("more")}</p> : null}
    </>
  );
}

/** Finds a unit of today by any name that it has or had, with or without marks; works without script. */
export async function UnitFinder({ pathname, params, find, label, hrefOf }: UnitFinderProps) {
  const t = await getTranslator("compare.find");
  const search = (await getTranslator("common.actions"))("search");
  return (
    <div className="flex flex-col gap-3">
      <search aria-label={label}>
        <form action={pathname} className="flex max-w-xl flex-wrap items-end gap-3">
          <ParamFields params={params} />
          <TextField
            name="find"
            type="search"
            label={label}
            hint={t("hint")}
            defaultValue={find}
            maxLength={100}
            autoComplete="off"
            className="min-w-48 flex-1"
          />
          <Button type="submit" icon="search">
            {search}
          </Button>
        </form>
      </search>
      {find ? <Found find={find} hrefOf={hrefOf} /> : null}
    </div>
  );
}

/** The page itself with another unit in one of its parameters. */
export function unitHref(pathname: string, params: PlainParams, param: string) {
  return ({ id }: FoundUnit) => listHref(pathname, params, { [param]: id });
}
