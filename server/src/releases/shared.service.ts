import { Injectable } from '@nestjs/common';
import { bothOf } from '../clients/couple.partners.js';
import type { Answers } from '../library/show-if.rules.js';
import { fieldsOf, isNeverShared, type Field, type Worksheet } from '../library/worksheet.definition.js';
import { withSightOf } from '../platform/acting.js';
import { reveal, sql } from '../platform/database.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { FieldDto } from '../worksheets/worksheets.dto.js';
import { WorksheetsService } from '../worksheets/worksheets.service.js';
import type { SharedDto, SharedQuery } from './releases.dto.js';
import { Release } from './releases.entity.js';

interface SharedRow {
  id: string;
  couple_id: string;
  worksheet_id: string;
  open_from: Date;
  place: string;
  content: { from: string; answers: Answers };
}

const SHARED = `select r.id, r.couple_id, r.worksheet_id, r.open_from, r.open_from::text as place, r.content from release r
  where r.couple_id = $1 and ($2::uuid is null or r.released_by <> $2) and r.open_from is not null and r.withdrawn_at is null
    and ($3::timestamptz is null or (r.open_from, r.id) < ($3, $4::uuid)) order by r.open_from desc, r.id desc limit $5`;

/** The reader's side: what one partner let the other read. */
@Injectable()
export class SharedService {
  constructor(private readonly worksheets: WorksheetsService) {}

  /**
   * A client reads what her partner shared; with `reader`, anyone of the couple or its care team reads what that
   * partner can, with that partner's rights. Staff without `reader` read what both shared. Throws `NotFound`.
   */
  async of(coupleId: string, query: SharedQuery): Promise<Page<SharedDto>> {
    const both = await bothOf(coupleId);
    const { clientId } = actor();
    if (both.length === 0 || (clientId !== null && !both.includes(clientId))) throw new NotFound('couple');
    if (query.reader !== undefined) {
      const reader = readerOf(query.reader, both, clientId);
      return withSightOf(reader, () => this.page(coupleId, reader, query));
    }
    const page = await this.page(coupleId, clientId, query);
    if (clientId !== null) await sql('release seen', 'select release_seen($1)', [coupleId]);
    return page;
  }

  /** Each worksheet's own questions, and only those that were shared. */
  private async page(coupleId: string, reader: string | null, query: SharedQuery): Promise<Page<SharedDto>> {
    const [place, id] = decodeCursor(query.cursor, 2) ?? [null, null];
    const values = [coupleId, reader, place, id, query.limit + 1];
    const rows = await reveal(Release, await sql<SharedRow & Record<string, unknown>>('shared', SHARED, values));
    const { items, next } = keyset(rows, query.limit, (row) => [row.place, row.id]);
    return { items: items.map((row) => this.dto(row)), next };
  }

  private dto({ id, worksheet_id, open_from, content: { from, answers } }: SharedRow): SharedDto {
    const worksheet = this.worksheets.worksheet(worksheet_id);
    return {
      id,
      from,
      title: worksheet.title,
      sharedAt: open_from.toISOString(),
      fields: fieldsOf(worksheet)
        .filter(({ key }) => answers[key] !== undefined)
        .map((field) => FieldDto.of(asShared(worksheet, field))),
      answers,
    };
  }
}

/** A question as its reader meets it: without the columns that were never there for her. */
const asShared = (worksheet: Worksheet, field: Field): Field =>
  field.type === 'rows'
    ? { ...field, columns: field.columns.filter((column) => !isNeverShared(worksheet, column)) }
    : field;

/** A client has no name for her partner but that; staff name one of the two. */
function readerOf(reader: string, both: readonly string[], clientId: string | null): string {
  const found = clientId === null ? both.find((id) => id === reader) : both.find((id) => id !== clientId);
  if (!found || (clientId !== null && reader !== 'partner'))
    throw new Invalid([{ path: 'reader', code: 'not_a_partner', message: 'This is no partner of this couple.' }]);
  return found;
}
