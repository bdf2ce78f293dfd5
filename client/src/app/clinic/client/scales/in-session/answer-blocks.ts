import type { ItemDto } from '../../../../../api/types.gen';

/** Questions one after the other that have the very same options: a table, or where one stands alone, a list of choices. */
export interface Block {
  key: string;
  section: string;
  columns: { key: string; text: string }[];
  items: ItemDto[];
}

/** Questions in their order, cut where the options or the part of the form change. */
export function blocksOf(items: readonly ItemDto[]): Block[] {
  const blocks: (Block & { shape: string })[] = [];
  for (const item of items) {
    const shape = shapeOf(item);
    const last = blocks.at(-1);
    if (last?.shape === shape) last.items.push(item);
    else {
      const columns = item.options.map(({ key, text }) => ({ key, text }));
      blocks.push({ key: item.key, section: item.section, columns, items: [item], shape });
    }
  }
  return blocks;
}

const shapeOf = ({ section, options }: ItemDto): string =>
  JSON.stringify([section, options.map(({ key, text }) => [key, text])]);
