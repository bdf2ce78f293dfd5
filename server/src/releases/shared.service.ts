import { Injectable } from '@nestjs/common';
import { bothOf } from '../couples/couple.partners.js';
import type { Answers } from '../library/show-if.rules.js';
import { fieldsOf, type Worksheet } from '../library/worksheet.definition.js';
import { withSightOf } from '../platform/acting.js';
import { reveal, sql } from '../platform/database.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { FieldDto } from '../worksheets/worksheets.dto.js';
import { WorksheetsService } from '../worksheets/worksheets.service.js';
import type { SharedDto, SharedQuery } from './releases.dto.js';
import { Release } from './releases.entity.js';
import { asShared } from './releases.rules.js';

interface SharedRow {
  id: string;
  couple_id: string;
  worksheet_id: string;
  held: boolean;
  shared_at: Date;
  place: string;
  content: { from: string; answers: Answers };
}

// $6: asked by the author, for whom what is held back stands where it would stand if it were not
const SHARED = `select * from (
    select r.id, r.couple_id, r.worksheet_id, r.held, r.content, case when $6 and r.awaits is null then r.released_at else r.open_from end as shared_at
    from release r where r.couple_id = $1 and ($2::uuid is null or r.released_by <> $2) and r.withdrawn_at is null
      and (r.open_from is not null or $6 and r.held and r.awaits is null)) s
  cross join lateral (select s.shared_at::text as place) as p
  where $3::timestamptz is null or (s.shared_at, s.id) < ($3, $4::uuid) order by s.shared_at desc, s.id desc limit $5`;

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
      return this.page(await this.asReadBy(coupleId, reader, query), query);
    }
    const page = this.page(await this.rows(coupleId, clientId, query), query);
    if (clientId !== null) await sql('release seen', 'select release_seen($1)', [coupleId]);
    return page;
  }

  /**
   * By the partner's own rights. Her author meets what is held back as well: were it missing here alone, that would tell
   * him what she said in confidence.
   */
  private async asReadBy(coupleId: string, reader: string, query: SharedQuery): Promise<SharedRow[]> {
    const byAuthor = actor().clientId !== null;
    const seen = await withSightOf(reader, () => this.rows(coupleId, reader, query, byAuthor));
    if (!byAuthor) return seen;
    const own = await this.rows(coupleId, reader, query, true);
    return own.filter((row) => row.held || seen.some(({ id }) => id === row.id));
  }

  private async rows(
    coupleId: string,
    reader: string | null,
    query: SharedQuery,
    byAuthor = false,
  ): Promise<SharedRow[]> {
    const [place, id] = decodeCursor(query.cursor, 2) ?? [null, null];
    const values = [coupleId, reader, place, id, query.limit + 1, byAuthor];
    return reveal(Release, await sql<SharedRow & Record<string, unknown>>('shared', SHARED, values));
  }

  /** Each worksheet's own questions, and only those that were shared. */
  private async page(rows: SharedRow[], query: SharedQuery): Promise<Page<SharedDto>> {
    const { items, next } = keyset(rows, query.limit, (row) => [row.place, row.id]);
    const worksheetOf = await this.worksheets.worksheets(items.map(({ worksheet_id }) => worksheet_id));
    return { items: items.map((row) => dtoOf(row, worksheetOf(row.worksheet_id))), next };
  }
}

function dtoOf({ id, shared_at, content: { from, answers } }: SharedRow, worksheet: Worksheet): SharedDto {
  return {
    id,
    from,
    title: worksheet.title,
    sharedAt: shared_at.toISOString(),
    fields: fieldsOf(worksheet)
      .filter(({ key }) => answers[key] !== undefined)
      .map((field) => FieldDto.of(asShared(worksheet, field))),
    answers,
  };
}

/** A client has no name for her partner but that; staff name one of the two. */
function readerOf(reader: string, both: readonly string[], clientId: string | null): string {
  const found = clientId === null ? both.find((id) => id === reader) : both.find((id) => id !== clientId);
  if (!found || (clientId !== null && reader !== 'partner'))
    throw new Invalid([{ path: 'reader', code: 'not_a_partner', message: 'This is no partner of this couple.' }]);
  return found;
}
