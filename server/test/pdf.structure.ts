import { shownBy, unpacked } from './pdf.reader.js';

/** One part of a document as it is read aloud. */
export interface Part {
  tag: string;
  /** What stands in it itself, without its parts. */
  words: string;
  alt: string | null;
  title: string | null;
  /** Of a heading in a table. */
  scope: string | null;
  parts: Part[];
}

export interface Outline {
  lang: string | null;
  /** Of the first page, in points. */
  size: readonly [number, number];
  pages: number;
  /** Bookmarks, in no order. */
  bookmarks: string[];
  root: Part;
  /** Words that stand in no part of the structure: head and foot of the pages. */
  beside: string[];
}

/** A tagged PDF as somebody hears it. Throws where a part is missing that the structure names. */
export function structureOf(bytes: Buffer): Outline {
  const { objects, fonts } = unpacked(bytes);
  const must = (id: string | undefined): string => {
    const found = id && objects.get(id);
    if (!found) throw new Error(`no object ${id}`);
    return found;
  };
  const all = [...objects];
  const pages = all.filter(([, body]) => /\/Type \/Page\n/.test(body));
  const beside: string[] = [];
  const marked = new Map<string, string>();
  for (const [page, body] of pages) {
    let font: string | undefined;
    for (const one of must(/\/Contents (\d+) 0 R/.exec(body)?.[1]).split(/(?<=\bEMC)/)) {
      const shown = shownBy(one, fonts, font);
      font = shown.font;
      const id = /\/MCID (\d+)/.exec(one)?.[1];
      if (id) marked.set(`${page}:${id}`, shown.words);
      else if (shown.words) beside.push(shown.words.trim());
    }
  }
  const partOf = (id: string): Part => {
    const body = must(id);
    const kids = /\/K \[([\s\S]*?)\]\n/.exec(body)?.[1] ?? '';
    const page = /\/Pg (\d+) 0 R/.exec(body.replace(kids, ''))?.[1];
    const part: Part = {
      ...{ tag: /\/S \/(\w+)/.exec(body)?.[1] ?? '', words: '', parts: [] },
      ...{ alt: textOf(body, 'Alt'), title: textOf(body, 'T'), scope: /\/Scope \/(\w+)/.exec(body)?.[1] ?? null },
    };
    for (const [, mcr, kid, mcid] of kids.matchAll(/<<([\s\S]*?)>>|(\d+) 0 R|(\d+)/g)) {
      if (kid) part.parts.push(partOf(kid));
      else {
        const key = mcr
          ? `${/\/Pg (\d+) 0 R/.exec(mcr)?.[1]}:${/\/MCID (\d+)/.exec(mcr)?.[1]}`
          : `${page ?? ''}:${mcid}`;
        part.words += marked.get(key) ?? '';
      }
    }
    return { ...part, words: part.words.trim() };
  };
  const tree = all.find(([, body]) => body.includes('/Type /StructTreeRoot'))?.[1] ?? '';
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pages[0]?.[1] ?? '') ?? [];
  return {
    lang: textOf(all.find(([, body]) => body.includes('/Type /Catalog'))?.[1] ?? '', 'Lang'),
    ...{ size: [Number(width), Number(height)], pages: pages.length, beside },
    bookmarks: all.flatMap(([, body]) => (/\/Dest \[/.test(body) ? (textOf(body, 'Title') ?? []) : [])),
    root: partOf(/\/K \[?\s*(\d+) 0 R/.exec(tree)?.[1] ?? ''),
  };
}

/** A text of a dictionary, as bytes or as UTF-16. */
function textOf(body: string, key: string): string | null {
  const [, written] = new RegExp(`/${key} \\(((?:\\\\[\\s\\S]|[^\\\\)])*)\\)`).exec(body) ?? [];
  if (written === undefined) return null;
  const bytes = Buffer.from(
    written.replaceAll(/\\([nrtbf()\\])/g, (_, sign: string) => ESCAPES[sign] ?? sign),
    'latin1',
  );
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString();
}
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** All parts of a kind, in the order of reading. */
export const partsOf = (part: Part, tag: RegExp): Part[] => [
  ...(tag.test(part.tag) ? [part] : []),
  ...part.parts.flatMap((inner) => partsOf(inner, tag)),
];

/** Headings with their level, in the order of reading: "2 Data". */
export const headingsOf = ({ root }: Outline): string[] =>
  partsOf(root, /^H\d$/).map(({ tag, words }) => `${tag[1]} ${words}`);
