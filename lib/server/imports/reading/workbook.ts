import "server-only";
import { FileError } from "./file-error";
import { readXml } from "./xml";
import { type Archive, findEntry, readEntry } from "./zip";

/** Where the parts of a workbook lie inside its archive. */
export interface Workbook {
  sheets: { name: string; path: string }[];
  /** Days are counted from 1904 instead of 1900 (old Macintosh workbooks). */
  from1904: boolean;
  stylesPath: string;
  stringsPath: string;
}

interface SheetLink {
  name: string;
  relation: string;
}

/** The sheets that can be seen, in their order, and the parts they need. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const path = await findWorkbookPath(archive);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relations = await readRelations(archive, path);
  const { links, from1904 } = await readLinks(archive, path);
  const sheets = links.flatMap(({ name, relation }) => {
    const found = relations.find(({ id }) => id === relation);
    return found?.type.endsWith("/worksheet")
      ? [{ name, path: resolvePath(folder, found.target) }]
      : [];
  });
  const partPath = (type: string, usual: string) => {
    const found = relations.find((relation) => relation.type.endsWith(`/${type}`));
    return resolvePath(folder, found?.target ?? usual);
  };
  return {
    sheets,
    from1904,
    stylesPath: partPath("styles", "styles.xml"),
    stringsPath: partPath("sharedStrings", "sharedStrings.xml"),
  };
}

async function findWorkbookPath(archive: Archive): Promise<string> {
  const relations = await readRelations(archive, "");
  const main = relations.find(({ type }) => type.endsWith("/officeDocument"));
  const path = resolvePath("", main?.target ?? "xl/workbook.xml");
  if (path.endsWith(".bin")) throw new FileError("binaryExcel");
  if (findEntry(archive, path) && /workbook\.xml$/i.test(path)) return path;
  if (findEntry(archive, "content.xml")) throw new FileError("openDocument");
  throw new FileError("notSpreadsheet");
}

async function readLinks(archive: Archive, path: string) {
  const links: SheetLink[] = [];
  let from1904 = false;
  await readPart(archive, path, (name, attributes) => {
    if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
    if (name === "sheet" && /^(visible)?$/.test(attributes.state ?? "")) {
      links.push({ name: attributes.name ?? "", relation: relationId(attributes) });
    }
  });
  return { links, from1904 };
}

/** "r:id", whatever prefix the file has chosen. */
function relationId(attributes: Record<string, string>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(":id"));
  return key === undefined ? "" : (attributes[key] ?? "");
}

async function readRelations(archive: Archive, path: string) {
  const slash = path.lastIndexOf("/") + 1;
  const place = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
  const relations: { id: string; type: string; target: string }[] = [];
  await readPart(archive, place, (name, attributes) => {
    if (name !== "Relationship") return;
    const { Id = "", Type = "", Target = "" } = attributes;
    relations.push({ id: Id, type: Type, target: Target });
  });
  return relations;
}

async function readPart(
  archive: Archive,
  path: string,
  open: (name: string, attributes: Record<string, string>) => void,
): Promise<void> {
  const entry = findEntry(archive, path);
  if (entry) await readXml(await readEntry(archive, entry), { open });
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts: string[] = [];
  for (const part of (folder + target).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
