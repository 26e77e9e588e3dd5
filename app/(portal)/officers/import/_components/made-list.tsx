"use client";

import { useTranslations } from "use-intl/react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { toCsv } from "./csv";

interface MadeLine {
  username: string;
  fullName: string;
  unitName: string;
  link: string;
}

/** The file is made here: the links are in this page and nowhere else. */
function download(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const anchor = Object.assign(document.createElement("a"), { href: url, download: name });
  anchor.click();
  URL.revokeObjectURL(url);
}

/** All links of a list, to be downloaded or printed and cut up; they can't be shown again. */
export function MadeList({ made, hours }: { made: MadeLine[]; hours: number }) {
  const t = useTranslations("officers.list");
  const headings = [t("column.fullName"), t("column.username"), t("column.unit"), t("linkColumn")];
  const rows = made.map((line) => [line.fullName, line.username, line.unitName, line.link]);
  return (
    <div className="flex flex-col gap-5">
      <div className="print:hidden">
        <Banner tone="settled" title={t("made", { count: made.length })} live>
          {t("once", { hours })}
        </Banner>
      </div>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button
          variant="primary"
          icon="download"
          onClick={() => download(t("fileName"), toCsv([headings, ...rows]))}
        >
          {t("download")}
        </Button>
        <Button icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
        <LinkButton href="/officers">{t("back")}</LinkButton>
      </div>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-sm">
          <caption className="sr-only text-left font-semibold print:not-sr-only">
            {t("resultCaption")}
          </caption>
          <thead>
            <tr className="border-b border-line">
              {headings.map((heading) => (
                <th key={heading} scope="col" className="px-3 py-2 whitespace-nowrap">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr key={cells[1]} className="border-b border-line">
                {cells.map((cell, at) => (
                  <td
                    key={headings[at]}
                    className="px-3 py-2 align-top last:min-w-64 last:break-all not-last:whitespace-nowrap"
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
