import { inflateSync } from 'node:zlib';

type Letters = ReadonlyMap<string, Map<string, string> | undefined>;

/** The objects of a PDF by their numbers, unpacked, and by the name of a font its table from glyphs to letters. */
export function unpacked(bytes: Buffer): { objects: Map<string, string>; fonts: Letters } {
  const objects = new Map<string, string>();
  const file = bytes.toString('latin1');
  for (const [, id, body] of file.matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g)) objects.set(id!, opened(body!));
  /** By font object: glyph to letters. */
  const letters = new Map<string, Map<string, string>>();
  for (const [id, body] of objects) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
    if (table) letters.set(id, lettersOf(objects.get(table) ?? ''));
  }
  const raw = [...objects.values()].join('\n');
  return {
    objects,
    fonts: new Map([...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, letters.get(id!)])),
  };
}

/** What the operators of a page show, in their order; `font` is the one in use before them. */
export function shownBy(operators: string, fonts: Letters, font?: string): { words: string; font: string | undefined } {
  let words = '';
  let inUse = font;
  for (const [, name, shown] of operators.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) inUse = name;
    else
      for (const [, hex] of shown!.matchAll(/<([0-9a-f]+)>/g))
        words += hex!.replaceAll(/.{4}/g, (glyph) => fonts.get(inUse ?? '')?.get(glyph) ?? '\uFFFD');
    if (shown !== undefined) words += ' ';
  }
  return { words, font: inUse };
}

/** The words of a PDF, as its own tables from glyphs to letters give them; and whatever else stands in it unpacked. */
export function wordsOfPdf(bytes: Buffer): { words: string; raw: string } {
  const { objects, fonts } = unpacked(bytes);
  const all = [...objects.values()];
  return { words: all.map((content) => shownBy(content, fonts).words).join(''), raw: all.join('\n') };
}

function opened(body: string): string {
  const stream = /stream\r?\n([\s\S]*)\r?\nendstream/.exec(body);
  if (!stream || !body.includes('/FlateDecode')) return body;
  try {
    return inflateSync(Buffer.from(stream[1]!, 'latin1')).toString('latin1');
  } catch {
    return body;
  }
}

function lettersOf(table: string): Map<string, string> {
  const map = new Map<string, string>();
  const text = (hex: string): string => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');
  for (const [, first, , list] of table.matchAll(/<([0-9a-f]{4})>\s*<([0-9a-f]{4})>\s*\[([^\]]*)\]/g))
    [...list!.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, hex], i) =>
      map.set((Number.parseInt(first!, 16) + i).toString(16).padStart(4, '0'), text(hex!)),
    );
  return map;
}
