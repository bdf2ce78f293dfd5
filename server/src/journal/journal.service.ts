import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { assertClientSeen } from '../clients/seen.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import type { EntryChange, EntryDto, EntryQuery, NewEntry } from './journal.dto.js';
import { JournalEntry, SharedWin } from './journal.entity.js';
import { kindOf, mayBeAlone, untilFitsPath, type Content, type Kind } from './journal.rules.js';

const LISTED = `select e.id, e.happened_on::text as place from journal_entry e where e.client_id = $1 and e.removed_at is null
  and ($2::text is null or e.kind = $2)
  and ($3::date is null or (e.happened_on >= $3::date and e.happened_on < $3::date + interval '1 month'))
  and ($4::date is null or (e.happened_on, e.id) < ($4::date, $5::uuid)) order by e.happened_on desc, e.id desc limit $6`;

/** The day it is where she lives, and the couple she is in care with now. */
const HERE = `select (now() at time zone coalesce(c.time_zone, k.time_zone))::date::text as today,
    (select p.couple_id from couple_partner p where p.client_id = c.id and p.to_at is null) as couple_id
  from client c cross join clinic k where c.id = $1`;

/** Somewhere it is tomorrow already, in milliseconds. */
const AHEAD = 14 * 3_600_000;

@Injectable()
export class JournalService {
  /** Latest day first; the care team's view has no entry that its owner keeps to herself. */
  async list(clientId: string, { kind, month, limit, cursor }: EntryQuery): Promise<Page<EntryDto>> {
    await assertClientSeen(clientId);
    const [day, id] = decodeCursor(cursor, 2) ?? [null, null];
    const values = [clientId, kind ?? null, month === undefined ? null : `${month}-01`, day, id, limit + 1];
    const found = await sql<{ id: string; place: string }>('journal', LISTED, values);
    const { items, next } = keyset(found, limit, (row) => [row.place, row.id]);
    const rows = await repo(JournalEntry).findBy({ id: In(items.map((row) => row.id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { items: await dtosOf(items.flatMap((row) => byId.get(row.id) ?? [])), next };
  }

  /** Throws `Invalid` for anything but one kind, or a day to come; `NotFound` for anybody but her. */
  async write(clientId: string, body: NewEntry): Promise<EntryDto> {
    await assertClientSeen(clientId);
    if (actor().clientId !== clientId) throw new NotFound('client');
    const kind = assertOne(body);
    const [here] = await sql<{ today: string; couple_id: string | null }>('journal here', HERE, [clientId]);
    const at = now();
    const row = await insertRow(JournalEntry, {
      ...{ id: newId(), version: 1, clientId, coupleId: here?.couple_id ?? null, kind, content: contentOf(body) },
      ...{ happenedOn: pastDay(body.happenedOn) ?? here!.today, alone: aloneOf(kind, body.alone) },
      ...{ writtenAt: at, changedAt: at, removedAt: null },
    });
    const [dto] = await dtosOf([row]);
    return dto!;
  }

  /** What is left out stays. Throws `Invalid` where it would become another kind. */
  async change(id: string, body: EntryChange, version: number): Promise<EntryDto> {
    const row = await ownEntry(id);
    const given = contentOf(body);
    const isNew = Object.values(given).some((part) => part !== null);
    if (isNew && assertOne(body) !== row.kind) throw wrong('kind', 'This entry is of another kind.');
    await saveVersion(
      JournalEntry,
      row,
      {
        ...(isNew ? { content: given } : {}),
        ...(body.happenedOn ? { happenedOn: pastDay(body.happenedOn)! } : {}),
        ...(body.alone != null ? { alone: aloneOf(row.kind, body.alone) } : {}),
        changedAt: now(),
      },
      version,
    );
    const [dto] = await dtosOf([row]);
    return dto!;
  }

  /** Takes it out with its words, and with the copy that a partner may have of it. */
  async remove(id: string, version: number): Promise<void> {
    const row = await ownEntry(id);
    for (const copy of await repo(SharedWin).findBy({ entryId: id, withdrawnAt: IsNull() }))
      await changeRow(SharedWin, copy, { withdrawnAt: now() });
    await saveVersion(JournalEntry, row, { content: {}, removedAt: now(), changedAt: now() }, version);
  }
}

/** For writing: one act at a time, so that nothing is shared of what is just being taken out. */
export async function ownEntry(id: string): Promise<JournalEntry> {
  await sql('entry locked', 'select id from journal_entry where id = $1 for update', [id]);
  const row = await repo(JournalEntry).findOneBy({ id, removedAt: IsNull() });
  if (!row || row.clientId !== actor().clientId) throw new NotFound('entry');
  return row;
}

function assertOne(body: NewEntry): Kind {
  const content = contentOf(body);
  const kind = kindOf(content);
  if (kind === null) throw wrong('win', 'Exactly one of win, gutCheck, leaning and crossroads is written at a time.');
  if (content.crossroads && !untilFitsPath(content.crossroads))
    throw wrong('crossroads.repairUntil', 'Only a repair that is tried for a time has such a day.');
  return kind;
}

/** Plain copies, in which nothing is left undefined. */
const contentOf = ({ win, gutCheck, leaning, crossroads }: NewEntry): Content => ({
  win: win ? { text: win.text } : null,
  gutCheck: gutCheck
    ? {
        noticed: gutCheck.noticed,
        thought: gutCheck.thought ?? null,
        did: gutCheck.did ?? null,
        later: gutCheck.later ?? null,
      }
    : null,
  leaning: leaning ? { lean: leaning.lean ?? null, note: leaning.note ?? null } : null,
  crossroads: crossroads
    ? {
        path: crossroads.path ?? null,
        repairUntil: crossroads.repairUntil ?? null,
        decideOn: crossroads.decideOn ?? null,
        values: crossroads.values,
        note: crossroads.note ?? null,
      }
    : null,
});

function aloneOf(kind: Kind, alone: boolean | null | undefined): boolean {
  if (alone && !mayBeAlone(kind)) throw wrong('alone', 'This kind of entry is for you and your care team.');
  return alone ?? false;
}

function pastDay(day: string | null | undefined): string | null {
  if (day && Date.parse(day) > now().getTime() + AHEAD) throw wrong('happenedOn', 'This day is still to come.');
  return day ?? null;
}

const wrong = (path: string, message: string): Invalid => new Invalid([{ path, code: 'entry', message }]);

async function dtosOf(rows: readonly JournalEntry[]): Promise<EntryDto[]> {
  const wins = rows.filter(({ kind }) => kind === 'win').map(({ id }) => id);
  const shared = wins.length === 0 ? [] : await repo(SharedWin).findBy({ entryId: In(wins), withdrawnAt: IsNull() });
  return rows.map(({ id, version, clientId, kind, happenedOn, alone, writtenAt, changedAt, content }) => ({
    ...{ id, version, clientId, kind, happenedOn, alone },
    ...{ writtenAt: writtenAt.toISOString(), changedAt: changedAt.toISOString() },
    win: content.win ?? null,
    gutCheck: content.gutCheck ?? null,
    leaning: content.leaning ?? null,
    crossroads: content.crossroads ?? null,
    sharedAs: shared.find(({ entryId }) => entryId === id)?.id ?? null,
  }));
}
