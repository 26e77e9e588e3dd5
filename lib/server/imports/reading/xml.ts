import "server-only";
import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { asFileError, FileError } from "./file-error";

export interface XmlHandler {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** A piece of text or a tag longer than this is no part of a table. */
const LONGEST_SILENCE = 8 * 1024 * 1024;

/**
 * Walks an XML stream chunk by chunk; after each chunk it yields, so that the caller can take what
 * its handler has gathered and memory stays small. Names come without their prefix. A document type
 * is refused: the format has none, and entities are how XML is made to explode.
 */
export async function* walkXml(stream: Readable, handler: XmlHandler): AsyncGenerator<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const silence = { length: 0 };
  const parser = makeParser(handler, silence);
  try {
    for await (const chunk of stream) {
      silence.length += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (silence.length > LONGEST_SILENCE) throw new FileError("suspicious");
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    throw asFileError(error);
  } finally {
    stream.destroy();
  }
}

function makeParser(handler: XmlHandler, silence: { length: number }): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("doctype", () => {
    throw new FileError("suspicious");
  });
  parser.on("opentag", ({ name, attributes }) => {
    silence.length = 0;
    handler.open?.(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    silence.length = 0;
    handler.close?.(localName(name));
  });
  if (handler.text) parser.on("text", (text) => handler.text?.(text));
  return parser;
}

/** Walks a whole document for a handler that needs no pauses. */
export async function readXml(stream: Readable, handler: XmlHandler): Promise<void> {
  for await (const _ of walkXml(stream, handler)) {
    // The handler has seen it.
  }
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
