import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { assertSees, ourselves } from '../couples/ourselves.js';
import { standingOf } from '../couples/standing.js';
import { isNearEnough } from '../commitments/days.rules.js';
import { dayAfter } from '../platform/days.js';
import { isOnesPart, KINDS, type Deed } from '../commitments/parts.rules.js';
import { assertPart, assertSafe, todayHere, zoneHere } from '../commitments/who.acts.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import type {
  BoundaryChange,
  BoundaryDetailDto,
  BoundaryDto,
  BoundaryEventDto,
  BoundaryQuery,
  NewBoundary,
  NewBoundaryEvent,
  OwnPartDto,
} from './boundaries.dto.js';
import { isInForce, USUAL_DAYS } from './boundaries.rules.js';
import {
  Boundary,
  BoundaryComment,
  BoundaryEvent,
  BoundaryMove,
  BoundaryOwn,
  BoundaryText,
} from './boundary.entity.js';
import { knownOf, readAt, seenOf } from './boundary.seen.js';
import { eventDto, metAt, sideOf, viewOf } from './boundary.view.js';

/** Throws `Invalid` for a day that is no day to look at something again. */
export function reviewDay(wanted: string | null | undefined, today: string): string {
  const day = wanted ?? dayAfter(today, USUAL_DAYS);
  if (!isNearEnough(day, today))
    throw new Invalid([
      { path: 'reviewOn', code: 'review_day', message: 'Choose a day after today, within the next ninety days.' },
    ]);
  return day;
}

/** Throws `NotFound` when there is none, or it is not the actor's to know of. */
export async function boundaryById(id: string): Promise<Boundary> {
  const row = await repo(Boundary).findOneBy({ id });
  if (!row) throw new NotFound('boundary');
  return row;
}

// Its author finds it where it was proposed: that it moved when it opened would tell that it had been held.
const LISTED = `select b.id, p.place::text from boundary b
  cross join lateral (select case when b.made_by = (select req_client()) then coalesce(b.proposed_at, b.listed_at) else b.listed_at end as place) p
  where b.couple_id = $1 and ($2::timestamptz is null or (p.place, b.id) < ($2, $3::uuid)) order by p.place desc, b.id desc limit $4`;

/** Drafts, reading, and what became of what is in force. */
@Injectable()
export class BoundariesService {
  async draft(coupleId: string, { reviewOn, ...wanted }: NewBoundary): Promise<BoundaryDetailDto> {
    const { me } = await ourselves(coupleId);
    await assertPart(coupleId, wanted.kind);
    const { area, limit, why = null, ifNotKept = null } = wanted;
    assertSafe({ area, limit, why, ifNotKept });
    const at = now();
    const boundary = await insertRow(Boundary, {
      // Says nothing of when it was begun: the other meets it by this id one day.
      id: randomUUID(),
      ...{ coupleId, madeBy: me, version: 1, kind: wanted.kind, negotiable: wanted.negotiable, fixed: false },
      ...{
        state: 'draft',
        stateAt: at,
        reviewOn: reviewDay(reviewOn, await todayHere()),
        textId: null,
        askedFrom: null,
      },
      ...{
        proposedAt: null,
        held: false,
        openFrom: null,
        openedBy: null,
        reason: null,
        agreedAt: null,
        activeFrom: null,
      },
      listedAt: at,
    });
    await insertRow(BoundaryOwn, {
      ...{ id: newId(), boundaryId: boundary.id, clientId: me, coupleId, version: 1 },
      ...{ content: { area, limit, why, ifNotKept }, savedAt: at },
    });
    return this.one(boundary.id);
  }

  /** A draft only: what was proposed stays as it was put, and other words stand beside it. */
  async change(
    id: string,
    version: number,
    { reviewOn, kind, negotiable, ...words }: BoundaryChange,
  ): Promise<BoundaryDetailDto> {
    const boundary = await boundaryById(id);
    const own = await repo(BoundaryOwn).findOneBy({ boundaryId: id });
    if (boundary.state !== 'draft' || !own)
      throw new RuleBroken('invalid_transition', 'It is no draft any more. Put other words beside it instead.');
    if (kind) await assertPart(boundary.coupleId, kind);
    assertSafe(words);
    const kindOpen = kind === undefined && own.content.kindOpen === true;
    // What was left out stays: a field that was not sent is there as undefined.
    const sent = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
    const content = { ...own.content, ...sent, kindOpen };
    await saveVersion(BoundaryOwn, own, { content, savedAt: now() }, version);
    await changeRow(Boundary, boundary, {
      kind: kind ?? boundary.kind,
      negotiable: negotiable ?? boundary.negotiable,
      reviewOn: reviewOn ? reviewDay(reviewOn, await todayHere()) : boundary.reviewOn,
    });
    return this.one(id);
  }

  /** A partner's list holds what is open and her or his own, and no sign of others. */
  async list(coupleId: string, query: BoundaryQuery): Promise<Page<BoundaryDto>> {
    await assertSees(coupleId);
    const [place, id] = decodeCursor(query.cursor, 2) ?? [null, null];
    const found = await sql<{ id: string; place: string }>('boundaries', LISTED, [
      coupleId,
      place,
      id,
      query.limit + 1,
    ]);
    const { items, next } = keyset(found, query.limit, (row) => [row.place, row.id]);
    const rows = await repo(Boundary).findBy({ id: In(items.map((row) => row.id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { items: await viewOf(items.flatMap((row) => byId.get(row.id) ?? [])), next };
  }

  async ownPart(coupleId: string): Promise<OwnPartDto> {
    const { me } = await ourselves(coupleId);
    const standing = (await standingOf({ coupleId })).find(({ clientId }) => clientId === me);
    const may = (deed: Deed): boolean => standing !== undefined && isOnesPart(standing.role, deed);
    return { id: coupleId, kinds: KINDS.filter(may), promises: may('promise'), zone: await zoneHere() };
  }

  async one(id: string): Promise<BoundaryDetailDto> {
    const boundary = await boundaryById(id);
    const [dto] = await viewOf([boundary]);
    const where = { boundaryId: id };
    const texts = await repo(BoundaryText).find({ where, order: { number: 'ASC' }, take: 200 });
    const comments = await repo(BoundaryComment).find({ where, order: { writtenAt: 'ASC', id: 'ASC' }, take: 200 });
    const moves = await repo(BoundaryMove).find({ where, order: { movedAt: 'ASC', id: 'ASC' }, take: 200 });
    const { clientId } = actor();
    const said = (row: BoundaryText | BoundaryComment) => ({
      mine: row.writtenBy === clientId,
      byAuthor: row.writtenBy === boundary.madeBy,
      writtenAt: readAt(row, metAt(boundary, row.writtenAt)).toISOString(),
      held: clientId === null ? row.held : null,
    });
    return {
      ...dto!,
      wordings: metBy(boundary, texts).map((row) => ({
        id: row.id,
        limit: row.content.limit,
        ifNotKept: row.content.ifNotKept,
        reviewOn: row.reviewOn,
        from: row.content.from,
        ...said(row),
      })),
      // In the order in which its reader could meet them.
      comments: comments
        .map((row) => ({ id: row.id, ...row.content, ...said(row) }))
        .sort((a, b) => (a.writtenAt < b.writtenAt ? -1 : a.writtenAt > b.writtenAt ? 1 : 0)),
      history: moves.map((row) => ({
        ...{ from: row.fromState, to: row.toState, reason: row.reason, clientId: row.clientId },
        movedAt: row.movedAt.toISOString(),
      })),
    };
  }

  async mark(id: string, { kind, occurredOn, note }: NewBoundaryEvent): Promise<BoundaryEventDto> {
    const boundary = await boundaryById(id);
    const { me } = await ourselves(boundary.coupleId);
    await assertPart(boundary.coupleId, 'mark');
    if (!isInForce(seenOf(boundary, await knownOf([boundary])).row.state))
      throw new RuleBroken('invalid_transition', 'It is not in force, so there is nothing to say of it yet.');
    const today = await todayHere();
    const day = occurredOn ?? today;
    if (day > today || day < dayAfter(today, -366))
      throw new Invalid([{ path: 'occurredOn', code: 'day', message: 'Choose a day of the past year, or today.' }]);
    const event = await insertRow(BoundaryEvent, {
      ...{ id: newId(), boundaryId: id, clientId: me, coupleId: boundary.coupleId },
      ...{ kind, occurredOn: day, note: note ?? null, markedAt: now() },
    });
    return eventDto(event);
  }

  /** To a client her or his own, to staff those of both; newest day first. */
  async events(id: string, { limit, cursor }: BoundaryQuery): Promise<Page<BoundaryEventDto>> {
    await boundaryById(id);
    const [day, last] = decodeCursor(cursor, 2) ?? [null, null];
    const found = await sql<{ id: string; day: string }>(
      'boundary events',
      `select e.id, e.occurred_on::text as day from boundary_event e where e.boundary_id = $1
        and ($2::date is null or (e.occurred_on, e.id) < ($2, $3::uuid)) order by e.occurred_on desc, e.id desc limit $4`,
      [id, day, last, limit + 1],
    );
    const { items, next } = keyset(found, limit, (row) => [row.day, row.id]);
    const rows = await repo(BoundaryEvent).findBy({ id: In(items.map((row) => row.id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { items: items.flatMap((row) => byId.get(row.id) ?? []).map(eventDto), next };
  }
}

/** The other meets the wording that stood when it opened, and those that came after. */
function metBy(boundary: Boundary, texts: BoundaryText[]): BoundaryText[] {
  const { openFrom } = boundary;
  if (sideOf(boundary) !== 'other' || openFrom === null) return texts;
  return texts.slice(
    Math.max(
      0,
      texts.findLastIndex(({ writtenAt }) => writtenAt <= openFrom),
    ),
  );
}
