import { describe, expect, it } from '@jest/globals';
import { In, IsNull, Like, MoreThanOrEqual, type EntityMetadata } from 'typeorm';
import { readerOf } from '../src/platform/reader.js';

interface Leaf {
  id: string;
  treeId: string;
  fellAt: Date | null;
}

const columns = [
  { propertyName: 'id', databaseName: 'id' },
  { propertyName: 'treeId', databaseName: 'tree_id' },
  { propertyName: 'fellAt', databaseName: 'fell_at' },
];
const meta = {
  tableName: 'leaf',
  target: class {},
  columns,
  findColumnWithPropertyName: (name: string) => columns.find(({ propertyName }) => propertyName === name),
} as unknown as EntityMetadata;

const ALL = 'select "id" as "id", "tree_id" as "treeId", "fell_at" as "fellAt" from "leaf"';

function readLeaves() {
  const sent: [string, unknown[]][] = [];
  const reader = readerOf<Leaf>(meta, (text, values) => {
    sent.push([text, values]);
    return Promise.resolve([]);
  });
  return { reader, sent };
}

describe('a reader of rows', () => {
  it('puts every value beside the text, never into it', async () => {
    const { reader, sent } = readLeaves();
    const since = new Date(0);
    await reader.findBy({ treeId: `'; drop table leaf`, fellAt: MoreThanOrEqual(since) });
    await reader.find({
      where: [{ id: In(['a', 'b']) }, { fellAt: IsNull() }],
      order: { fellAt: 'DESC', id: 'ASC' },
      take: 3,
    });
    await reader.findOneBy({ id: 'a' });
    await reader.existsBy({ id: 'a' });
    expect(sent).toEqual([
      [`${ALL} where ("tree_id" = $1 and "fell_at" >= $2)`, [`'; drop table leaf`, since]],
      [
        `${ALL} where ("id" = any ($1)) or ("fell_at" is null) order by "fell_at" desc, "id" asc limit $2`,
        [['a', 'b'], 3],
      ],
      [`${ALL} where ("id" = $1) limit $2`, ['a', 1]],
      ['select 1 from "leaf" where ("id" = $1) limit 1', ['a']],
    ]);
  });

  it('asks nothing at all when a condition has no value, no column or no meaning', async () => {
    const { reader, sent } = readLeaves();
    const nothing = undefined as unknown as string;
    await expect(reader.findBy({ treeId: nothing })).rejects.toThrow('leaf.treeId is asked for nothing');
    await expect(reader.findOneBy({ treeId: null as unknown as string })).rejects.toThrow('asked for nothing');
    await expect(reader.existsBy({ id: In(nothing as unknown as string[]) })).rejects.toThrow('asked for nothing');
    await expect(reader.findBy({ bark: 'rough' } as never)).rejects.toThrow('leaf has no bark');
    await expect(reader.findBy({ treeId: Like('a%') })).rejects.toThrow('no such condition');
    expect(sent).toEqual([]);
  });
});
