import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { FOUND_FIELDS } from "@/lib/domain/tasks/worksheet/result";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { ContactLine, Contacts } from "@/lib/server/tasks/contact-queries";
import type { TaskDetail } from "@/lib/server/tasks/detail";
import { ContactForm } from "./contact-form";
import { contactsOf } from "./read-once";

async function Line({ line }: { line: ContactLine }) {
  const t = await getTranslator("contact");
  return (
    <li className="flex flex-wrap gap-x-3">
      <span className="text-quiet tabular-nums">{formatDateTime(line.at)}</span>
      <span>
        {t(`kind.${line.kind}`)}: {t(`outcome.${line.outcome}`)}
      </span>
      {line.name ? <span className="text-quiet">{line.name}</span> : null}
      {line.counted ? null : <span className="text-quiet">({t("section.notCounted")})</span>}
      {line.appointmentOn ? (
        <span>{t("section.appointment", { date: formatDate(line.appointmentOn) })}</span>
      ) : null}
      {line.note ? <q className="basis-full break-words text-quiet">{line.note}</q> : null}
    </li>
  );
}

/** Why the system has taken up again what had been closed. */
async function Renewed({ renewed }: Pick<Contacts, "renewed">) {
  if (!renewed) return null;
  const t = await getTranslator("contact.renewed");
  const fields = renewed.fields.map((field) => t(`field.${field as "phone"}`)).join(", ");
  const date = formatDate(renewed.closedOn);
  const link = <TextLink href={`/tasks/${renewed.taskId}`}>{t("link")}</TextLink>;
  return (
    <Banner title={t("title")} action={link}>
      {renewed.why === "values" ? t("values", { date, fields }) : t("registry", { date })}
    </Banner>
  );
}

async function FoundOnTheGround({ found }: Pick<Contacts, "found">) {
  if (!found) return null;
  const t = await getTranslator("contact.found");
  const items = FOUND_FIELDS.flatMap((field) => {
    const value = found[field];
    return value ? [{ term: t(field), value }] : [];
  });
  return (
    <Card title={t("title")}>
      <p className="mb-2 text-quiet">{t("lead")}</p>
      <DescriptionList items={items} />
    </Card>
  );
}

async function Attempts({ task, contacts }: { task: TaskDetail; contacts: Contacts }) {
  const t = await getTranslator("contact.section");
  const { lines, attempts, needed, mayRecord, mayHold } = contacts;
  const count = <span className="text-quiet">{t("count", { attempts, needed })}</span>;
  return (
    <Card title={t("title")} action={count}>
      <div id="contact" className="flex flex-col gap-4">
        {mayRecord ? (
          <ClientMessages namespaces={["common", "contact"]}>
            <ContactForm task={{ id: task.id, version: task.version }} mayHold={mayHold} />
          </ClientMessages>
        ) : null}
        {lines.length === 0 ? <p className="text-quiet">{t("empty")}</p> : null}
        <ol className="flex flex-col gap-2">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
        <p className="text-sm text-quiet">{t("lead")}</p>
      </div>
    </Card>
  );
}

/** Attempts to reach the person, what was found on the way, and why a closed record is open again. */
export async function ContactSection({ task }: { task: TaskDetail }) {
  const contacts = await contactsOf(task.id);
  const { mayRecord, lines, renewed, found } = contacts;
  return (
    <>
      <Renewed renewed={renewed} />
      <FoundOnTheGround found={found} />
      {mayRecord || lines.length > 0 ? <Attempts task={task} contacts={contacts} /> : null}
    </>
  );
}
