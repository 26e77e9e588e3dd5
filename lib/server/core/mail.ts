import "server-only";
import { createTransport } from "nodemailer";
import { env } from "./env";

export interface MailSettings {
  /** smtp: or smtps:, with user and password where the server wants them */
  server: string;
  from: string;
  /** the portal's address, which links begin with */
  portal: string;
}

/** What the environment says about mail; null where nothing is to be mailed, an error where half is said. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL: server, MAIL_FROM: from, NEXTAUTH_URL: portal } = env();
  if (!server) return null;
  if (!from || !portal) throw new Error("SMTP_URL needs MAIL_FROM and NEXTAUTH_URL");
  return { server, from, portal };
}

export interface Mail {
  to: string;
  subject: string;
  /** plain */
  text: string;
  /** the same for each try of one mail: receivers that know it show it once */
  id: string;
}

/**
 * How a mail fared. `kind` says what went wrong without the server's own words, which may quote an
 * address; `lost`: it was the connection, and the next mail would fare no better.
 */
export type Sent = { ok: true } | { ok: false; kind: string; lost: boolean };

export interface Mailer {
  /** Null when the server can be reached and takes the login, else what is wrong. */
  problem(): Promise<string | null>;
  send(mail: Mail): Promise<Sent>;
  close(): void;
}

/** Mails under way at once from one process. */
export const MAILS_AT_ONCE = 4;

const LIMITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** What a server answers to one mail; everything else is about the connection. */
const OF_ONE_MAIL = ["EENVELOPE", "EMESSAGE"];

interface MailError {
  code?: string;
  responseCode?: number;
}

function kindOf({ code, responseCode }: MailError): string {
  return [code ?? "unknown", responseCode].filter(Boolean).join(" ");
}

/** Connections to the server, opened as they are needed. */
export function openMailer({ server, from }: Pick<MailSettings, "server" | "from">): Mailer {
  const transport = createTransport({
    ...LIMITS,
    url: server,
    pool: true,
    maxConnections: MAILS_AT_ONCE,
    // A mail whose connection broke may have arrived: whoever sends it again has to count that.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^>\s]+)/.exec(from)?.[1] ?? "portal";
  return {
    async problem() {
      return transport.verify().then(
        () => null,
        (error: MailError) => kindOf(error),
      );
    },
    async send({ to, subject, text, id }) {
      const headers = { "Auto-Submitted": "auto-generated" };
      const address = { name: "", address: to };
      const mail = { from, to: address, subject, text, headers, messageId: `<${id}@${host}>` };
      return transport.sendMail(mail).then(
        () => ({ ok: true }) as const,
        (error: MailError) => {
          const lost = !OF_ONE_MAIL.includes(error.code ?? "");
          return { ok: false, kind: kindOf(error), lost } as const;
        },
      );
    },
    close: () => transport.close(),
  };
}
