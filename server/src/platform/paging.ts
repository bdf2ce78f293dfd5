import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { Invalid } from './errors.js';

/** What every list accepts. `cursor` is the `next` of the page before. */
export class PageQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit: number = 25;
  @IsOptional() @IsString() @Length(1, 500) cursor?: string;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

type Key = string | number | null;

export const encodeCursor = (key: readonly (Key | Date)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key a page goes on from, or null for the first page. Throws `Invalid` when it is not one of ours. */
export function decodeCursor(cursor: string | undefined, length: number): Key[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(key) &&
      key.length === length &&
      key.every(
        (part) =>
          part === null ||
          typeof part === 'number' ||
          (typeof part === 'string' && part.length <= 200 && !part.includes('\0')),
      );
    if (fits) return key as Key[];
  } catch {
    // answered below
  }
  throw new Invalid([{ path: 'cursor', code: 'format', message: 'This is not a place in the list.' }]);
}

/** One page out of `limit + 1` rows in order: the extra row only tells that there is more. */
export function keyset<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly (Key | Date)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
