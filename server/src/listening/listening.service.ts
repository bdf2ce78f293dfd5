import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { bothOf } from '../couples/couple.partners.js';
import { assertSees, ourselves, ownName } from '../couples/ourselves.js';
import { standingOf } from '../couples/standing.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Forbidden, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { isHeld } from '../safety/safety.gate.js';
import type { ListeningDto, ListeningQuery, OwnListeningDto } from './listening.dto.js';
import { Listening, ListeningOwn, ListeningTurn } from './listening.entity.js';
import { ListeningMoved } from './listening.events.js';
import { afterAct, hasReplied, mayWrite, type Act, type Turn } from './listening.rules.js';
import { sideOf, stateFor, turnsOf, viewOf } from './listening.view.js';

// Its writer finds it where it was offered: that it moved when it opened would tell that it had been held.
const LISTED = `select l.id, p.place::text from listening l
  cross join lateral (select case when l.made_by = (select req_client()) then coalesce(l.offered_at, l.listed_at) else l.listed_at end as place) p
  where l.couple_id = $1 and ($2::timestamptz is null or (p.place, l.id) < ($2, $3::uuid)) order by p.place desc, l.id desc limit $4`;

@Injectable()
export class ListeningService {
  async own(coupleId: string): Promise<OwnListeningDto> {
    const { me } = await ourselves(coupleId);
    return { id: coupleId, writes: await this.writes(coupleId, me) };
  }

  /** Begins a piece, kept between its writer and the care team. Throws `Forbidden('not_your_part')`. */
  async begin(coupleId: string, text: string): Promise<ListeningDto> {
    const { me } = await ourselves(coupleId);
    if (!(await this.writes(coupleId, me)))
      throw new Forbidden('not_your_part', 'Here your partner writes first, and you listen.');
    const at = now();
    const piece = await insertRow(Listening, {
      // Says nothing of when it was begun: the other meets it by this id one day.
      ...{ id: randomUUID(), coupleId, madeBy: me, state: 'kept', stateAt: at, content: null, offeredAt: null },
      ...{ held: false, openFrom: null, openedBy: null, reason: null, listedAt: at },
    });
    const row = { id: newId(), listeningId: piece.id, clientId: me, coupleId, version: 1 };
    await insertRow(ListeningOwn, { ...row, content: { text }, savedAt: at });
    return this.one(piece.id);
  }

  /** A partner's list holds what is open and her or his own, and no sign of others. */
  async list(coupleId: string, { limit, cursor }: ListeningQuery): Promise<Page<ListeningDto>> {
    await assertSees(coupleId);
    const [place, id] = decodeCursor(cursor, 2) ?? [null, null];
    const found = await sql<{ id: string; place: string }>('listened', LISTED, [coupleId, place, id, limit + 1]);
    const { items, next } = keyset(found, limit, (row) => [row.place, row.id]);
    const rows = await repo(Listening).findBy({ id: In(items.map((row) => row.id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { items: await viewOf(items.flatMap((row) => byId.get(row.id) ?? [])), next };
  }

  async one(id: string): Promise<ListeningDto> {
    return (await viewOf([await pieceById(id)]))[0]!;
  }

  async rewrite(id: string, version: number, text: string): Promise<ListeningDto> {
    const { piece } = await this.step(id, 'rewrite');
    const own = await repo(ListeningOwn).findOneBy({ listeningId: piece.id });
    if (!own) throw new NotFound('listening');
    await saveVersion(ListeningOwn, own, { content: { text }, savedAt: now() }, version);
    return this.one(id);
  }

  /** Copies the words to where the other can read them, or lets them wait in silence. */
  async offer(id: string): Promise<ListeningDto> {
    const { piece, state } = await this.step(id, 'offer');
    const own = await repo(ListeningOwn).findOneBy({ listeningId: id });
    if (!own) throw new NotFound('listening');
    const at = now();
    const held = await isHeld(piece.coupleId, true);
    await changeRow(Listening, piece, {
      ...{ state, stateAt: at, content: { from: await ownName(), text: own.content.text } },
      ...{ offeredAt: at, held, openFrom: held ? null : at, listedAt: at },
    });
    await tellOther(piece);
    return this.one(id);
  }

  /** What was heard, in the listener's own words. Only then can he answer. */
  reflect(id: string, text: string): Promise<ListeningDto> {
    return this.take(id, 'reflect', 'reflection', text);
  }

  /** Throws `RuleBroken('listen_first')` before it was said back. */
  reply(id: string, text: string): Promise<ListeningDto> {
    return this.take(id, 'reply', 'reply', text);
  }

  close(id: string, heard: boolean): Promise<ListeningDto> {
    return heard ? this.take(id, 'hear', 'heard', null) : this.take(id, 'not_yet', 'not_yet', null);
  }

  /** From now on the other does not find it any more. What was read stays read. */
  async withdraw(id: string): Promise<ListeningDto> {
    const { piece, state } = await this.step(id, 'withdraw');
    await changeRow(Listening, piece, { state, stateAt: now() });
    return this.one(id);
  }

  /** A clinician lets go of what was held back, the piece or what was said to it, and says why. */
  async open(id: string, reason: string): Promise<ListeningDto> {
    await locked(id);
    const piece = await pieceById(id);
    const waiting = (await turnsOf([id])).filter(({ held }) => held);
    if (piece.state === 'withdrawn' || (!piece.held && waiting.length === 0))
      throw new RuleBroken('invalid_transition', 'This is not held back.');
    const opened = { held: false, openFrom: now(), openedBy: actor().id, reason };
    for (const turn of waiting) await changeRow(ListeningTurn, turn, opened);
    if (waiting.some(({ kind }) => kind === 'reflection')) await sql('take turns', 'select take_turns($1)', [id]);
    if (piece.held) {
      await changeRow(Listening, piece, { ...opened, listedAt: opened.openFrom });
      await tellOther(piece);
    } else await emit(new ListeningMoved({ thingId: id, clientId: piece.madeBy }));
    return this.one(id);
  }

  private async take(id: string, act: Act, kind: Turn, text: string | null): Promise<ListeningDto> {
    const { piece, me, state, waits } = await this.step(id, act);
    const at = now();
    // Words wait while a concern is open, also where the piece was read before it; and behind those that wait already.
    const held = text !== null && (waits || (await isHeld(piece.coupleId, true)));
    await insertRow(ListeningTurn, {
      // Says nothing of when it was written: the other meets it by this id, perhaps later.
      ...{ id: randomUUID(), listeningId: id, coupleId: piece.coupleId, writtenBy: me, kind },
      ...{ content: text === null ? null : { from: await ownName(), text }, writtenAt: at },
      ...{ held, openFrom: null, openedBy: null, reason: null },
    });
    if (held) return this.one(id);
    if (state !== piece.state) await changeRow(Listening, piece, { state, stateAt: at });
    await tellOther(piece);
    return this.one(id);
  }

  /** One step at a time, by whoever's it is. `waits`: words of the actor's own do. Throws what the rules throw. */
  private async step(
    id: string,
    act: Act,
  ): Promise<{ piece: Listening; me: string; state: ReturnType<typeof afterAct>; waits: boolean }> {
    await locked(id);
    const piece = await pieceById(id);
    const { me } = await ourselves(piece.coupleId);
    const turns = await turnsOf([id]);
    const replied = hasReplied(turns.map(({ kind }) => kind));
    const state = afterAct(act, stateFor(piece, turns), sideOf(piece), replied);
    return { piece, me, state, waits: turns.some(({ held }) => held) };
  }

  private async writes(coupleId: string, me: string): Promise<boolean> {
    const standing = (await standingOf({ coupleId })).find(({ clientId }) => clientId === me);
    return standing !== undefined && mayWrite(standing.role);
  }
}

const locked = (id: string): Promise<unknown> =>
  sql('listening locked', 'select id from listening where id = $1 for update', [id]);

/** Throws `NotFound` when there is none, or it is not the actor's to know of. */
async function pieceById(id: string): Promise<Listening> {
  const row = await repo(Listening).findOneBy({ id });
  if (!row) throw new NotFound('listening');
  return row;
}

/** A line without words to the other. Of what is not open, nobody hears. */
async function tellOther({ id, coupleId, openFrom, madeBy }: Listening): Promise<void> {
  if (openFrom === null) return;
  const own = actor().clientId ?? madeBy;
  for (const clientId of await bothOf(coupleId))
    if (clientId !== own) await emit(new ListeningMoved({ thingId: id, clientId }));
}
