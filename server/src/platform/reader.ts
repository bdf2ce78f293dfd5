import { FindOperator, type EntityMetadata, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import { openRows } from './encryption.js';

type Where<E> = FindOptionsWhere<E> | FindOptionsWhere<E>[];

interface Question<E> {
  /** A list is met by any of its members. */
  where?: Where<E>;
  order?: { [P in keyof E]?: 'ASC' | 'DESC' };
  take?: number;
}

/** Reads whole rows of one table, their sealed columns opened. Conditions: a value, `In`, `IsNull`, `MoreThan`, `MoreThanOrEqual`. */
export interface Reader<E> {
  find(question?: Question<E>): Promise<E[]>;
  findBy(where: Where<E>): Promise<E[]>;
  findOne(question: Question<E>): Promise<E | null>;
  findOneBy(where: Where<E>): Promise<E | null>;
  existsBy(where: Where<E>): Promise<boolean>;
}

/** Sends a statement on the connection of the request; the same text always goes as the same prepared statement. */
export type Send = (text: string, values: unknown[]) => Promise<ObjectLiteral[]>;

const OPERATORS: Partial<Record<string, string>> = { moreThan: '>', moreThanOrEqual: '>=' };

const columnOf = (meta: EntityMetadata, property: string): string => {
  const column = meta.findColumnWithPropertyName(property);
  if (!column) throw new Error(`${meta.tableName} has no ${property}`);
  return `"${column.databaseName}"`;
};

/** The text of a condition; its values are added to `values`. Throws for a missing value, which would match too much. */
function condition(meta: EntityMetadata, where: ObjectLiteral, values: unknown[]): string {
  const parts = Object.entries(where).map(([property, wanted]: [string, unknown]) => {
    const column = columnOf(meta, property);
    const place = (value: unknown): string => {
      if (value === null || value === undefined) throw new Error(`${meta.tableName}.${property} is asked for nothing`);
      return `$${values.push(value)}`;
    };
    if (!(wanted instanceof FindOperator)) return `${column} = ${place(wanted)}`;
    if (wanted.type === 'isNull') return `${column} is null`;
    if (wanted.type === 'in') return `${column} = any (${place(wanted.value)})`;
    const operator = OPERATORS[wanted.type];
    if (!operator) throw new Error(`no such condition here: ${wanted.type}`);
    return `${column} ${operator} ${place(wanted.value)}`;
  });
  return parts.length === 0 ? 'true' : parts.join(' and ');
}

const columnLists = new WeakMap<EntityMetadata, string>();

function columnsOf(meta: EntityMetadata): string {
  const known = columnLists.get(meta);
  if (known) return known;
  const list = meta.columns
    .map(({ databaseName, propertyName }) => `"${databaseName}" as "${propertyName}"`)
    .join(', ');
  columnLists.set(meta, list);
  return list;
}

export function readerOf<E extends ObjectLiteral>(meta: EntityMetadata, send: Send): Reader<E> {
  const conditions = (where: Where<E>, values: unknown[]): string =>
    (Array.isArray(where) ? where : [where]).map((each) => `(${condition(meta, each, values)})`).join(' or ');

  const find = async ({ where = {}, order = {}, take }: Question<E> = {}): Promise<E[]> => {
    const values: unknown[] = [];
    let text = `select ${columnsOf(meta)} from "${meta.tableName}" where ${conditions(where, values)}`;
    const by = Object.entries(order).map(
      ([property, way]) => `${columnOf(meta, property)} ${way === 'DESC' ? 'desc' : 'asc'}`,
    );
    if (by.length > 0) text += ` order by ${by.join(', ')}`;
    if (take !== undefined) text += ` limit $${values.push(take)}`;
    const rows = await send(text, values);
    await openRows(meta.target, meta.tableName, rows);
    return rows as E[];
  };

  const findOne = async (question: Question<E>): Promise<E | null> => (await find({ ...question, take: 1 }))[0] ?? null;

  return {
    find,
    findBy: (where) => find({ where }),
    findOne,
    findOneBy: (where) => findOne({ where }),
    existsBy: async (where) => {
      const values: unknown[] = [];
      return (
        (await send(`select 1 from "${meta.tableName}" where ${conditions(where, values)} limit 1`, values)).length > 0
      );
    },
  };
}
