import { createServer, type Socket } from "node:net";

/** A mail as the server was given it. */
export interface ReceivedMail {
  from: string;
  to: string;
  headers: string;
  subject: string;
  text: string;
}

export interface MailServer {
  url: string;
  received: ReceivedMail[];
  /** What every recipient is answered while it is set, such as "451 4.7.1 later". */
  refusal: string | null;
  /** It breaks off where it should answer a recipient. */
  hangsUp: boolean;
  /** Milliseconds before it takes a mail, so that two workers meet. */
  delay: number;
  close(): Promise<void>;
}

function words(text: string, encoding: string): Buffer {
  if (encoding.toLowerCase() === "b" || encoding === "base64") return Buffer.from(text, "base64");
  const plain = text.replace(/=\r\n/g, "");
  const bytes = plain.replace(/=([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, "latin1");
}

function headerOf(headers: string, name: string): string {
  const line = headers.split("\r\n").find((one) => one.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? "";
}

/** "=?UTF-8?Q?Nh=E1=BA=AFc_vi=E1=BB=87c?=" as it is read. */
function readWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
      words(encoding === "Q" ? text.replaceAll("_", " ") : text, encoding).toString("utf8"),
    );
}

function readMail(raw: string): Pick<ReceivedMail, "headers" | "subject" | "text"> {
  const end = raw.indexOf("\r\n\r\n");
  const headers = raw.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  const body = raw.slice(end + 4).replace(/^\.\./gm, ".");
  const encoding = headerOf(headers, "content-transfer-encoding");
  const text = words(body, encoding).toString("utf8").replaceAll("\r\n", "\n");
  return { headers, subject: readWords(headerOf(headers, "subject")), text };
}

type Answer = string | { taken: string };

/** One conversation: the few commands that a client sends to leave a mail. */
class Conversation {
  private from = "";
  private to = "";
  private inData = false;

  constructor(private readonly server: MailServer) {}

  /** What ends the part that comes next. */
  get mark(): string {
    return this.inData ? "\r\n.\r\n" : "\r\n";
  }

  hear(part: string): Answer {
    if (!this.inData) return this.order(part);
    this.inData = false;
    return { taken: part };
  }

  keep(raw: string): void {
    this.server.received.push({ from: this.from, to: this.to, ...readMail(raw) });
  }

  private order(line: string): string {
    const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
    const word = line.slice(0, 4).toUpperCase();
    if (word === "RCPT" && this.server.refusal) return this.server.refusal;
    if (word === "MAIL") this.from = address;
    if (word === "RCPT") this.to = address;
    if (word === "DATA") this.inData = true;
    return ANSWERS[word] ?? "500 5.5.1 unknown";
  }
}

const ANSWERS: Record<string, string> = {
  EHLO: "250 mail.example.vn",
  MAIL: "250 2.1.0 go on",
  RCPT: "250 2.1.5 go on",
  DATA: "354 end with a dot",
  RSET: "250 2.0.0 forgotten",
  QUIT: "221 2.0.0 bye",
};

function talk(socket: Socket, server: MailServer): void {
  const conversation = new Conversation(server);
  let heard = "";
  const say = (line: string) => socket.writable && socket.write(`${line}\r\n`);
  const reply = (answer: Answer) => {
    if (typeof answer === "string") return say(answer);
    conversation.keep(answer.taken);
    return setTimeout(() => say("250 2.0.0 taken"), server.delay);
  };
  socket.setEncoding("utf8");
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    heard += chunk;
    for (let end = 0; end >= 0; ) {
      const { mark } = conversation;
      end = heard.indexOf(mark);
      if (end < 0) break;
      const part = heard.slice(0, end);
      heard = heard.slice(end + mark.length);
      if (server.hangsUp && part.startsWith("RCPT")) return socket.destroy();
      reply(conversation.hear(part));
    }
  });
  say("220 mail.example.vn ESMTP");
}

/** A mail server on this machine that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    talk(socket, server);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const address = listener.address();
  const port = typeof address === "object" ? address?.port : address;
  const server: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    refusal: null,
    hangsUp: false,
    delay: 0,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        listener.close(() => resolve());
      }),
  };
  return server;
}
