import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { assertSees, ourselves, ownName } from '../couples/ourselves.js';
import { dayIn, wallClock } from '../platform/days.js';
import { assertPart, assertSafe, zoneHere } from '../commitments/who.acts.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { isHeld } from '../safety/safety.gate.js';
import type { NewPromise, NewPromiseMark, PromiseDto, PromiseMarkDto, PromiseQuery } from './promises.dto.js';
import { assertMark, isBeforeTheFact, isSoonEnough } from './promises.rules.js';
import { MadePromise, PromiseMark } from './promise.entity.js';
import { promiseDto, promiseMarkDto } from './promise.view.js';

const LISTED = `select p.id, p.due_at::text as place from promise p where p.couple_id = $1
  and ($2::timestamptz is null or (p.due_at, p.id) < ($2, $3::uuid)) order by p.due_at desc, p.id desc limit $4`;

@Injectable()
export class PromisesService {
  /** Throws `Invalid` for a time that has come, or is more than a year away; `Refused('unsafe_text')`. */
  async make({ coupleId, text, dueAt, due }: NewPromise): Promise<PromiseDto> {
    const { me } = await ourselves(coupleId);
    await assertPart(coupleId, 'promise');
    if ((dueAt === undefined) === (due === undefined))
      throw wrong('Say by when: once, as a moment or as a day and time.');
    const zone = await zoneHere();
    const moment = due ? wallClock(due.on, due.at, zone) : new Date(dueAt!);
    const at = now();
    if (!isBeforeTheFact(moment, at)) throw wrong('A promise is made beforehand. Choose a time that is still to come.');
    if (!isSoonEnough(moment, at)) throw wrong('Keep it small: choose a time within the next year.');
    assertSafe({ text });
    const held = await isHeld(coupleId, false);
    const promise = await insertRow(MadePromise, {
      // Says nothing of when it was made: the other meets it by this id, perhaps later.
      ...{ id: randomUUID(), coupleId, madeBy: me, content: { from: await ownName(), text } },
      ...{ dueAt: moment, dueOn: dayIn(zone, moment), madeAt: at },
      ...{ held, openFrom: held ? null : at, openedBy: null, reason: null },
    });
    return promiseDto(promise, [], at);
  }

  /** Latest first. Silence is unknown: nothing is counted for a client. */
  async list({ coupleId, limit, cursor }: PromiseQuery): Promise<Page<PromiseDto>> {
    await assertSees(coupleId);
    const [place, id] = decodeCursor(cursor, 2) ?? [null, null];
    const found = await sql<{ id: string; place: string }>('promises', LISTED, [coupleId, place, id, limit + 1]);
    const { items, next } = keyset(found, limit, (row) => [row.place, row.id]);
    const ids = items.map((row) => row.id);
    const byId = new Map((await repo(MadePromise).findBy({ id: In(ids) })).map((row) => [row.id, row]));
    return { items: await this.viewOf(ids.flatMap((each) => byId.get(each) ?? [])), next };
  }

  async one(id: string): Promise<PromiseDto> {
    const [dto] = await this.viewOf([await this.entity(id)]);
    return dto!;
  }

  /** The last word of each of the two stands. Throws `Forbidden('not_your_part')`, `RuleBroken('not_due_yet')`. */
  async mark(id: string, { mark, note }: NewPromiseMark): Promise<PromiseMarkDto> {
    const promise = await this.entity(id);
    const { me } = await ourselves(promise.coupleId);
    const isMaker = promise.madeBy === me;
    assertMark(mark, isMaker, promise.dueAt, now());
    await assertPart(promise.coupleId, isMaker ? 'mark' : 'confirm');
    const row = { id: newId(), promiseId: id, clientId: me, coupleId: promise.coupleId };
    return promiseMarkDto(await insertRow(PromiseMark, { ...row, mark, note: note ?? null, markedAt: now() }));
  }

  /** A clinician lets go of what was held back, and says why. */
  async open(id: string, reason: string): Promise<PromiseDto> {
    const promise = await this.entity(id);
    if (!promise.held) throw new RuleBroken('invalid_transition', 'This is not held back.');
    await changeRow(MadePromise, promise, { held: false, openFrom: now(), openedBy: actor().id, reason });
    return this.one(id);
  }

  private async viewOf(promises: MadePromise[]): Promise<PromiseDto[]> {
    const marks = await repo(PromiseMark).find({
      where: { promiseId: In(promises.map(({ id }) => id)) },
      order: { markedAt: 'ASC', id: 'ASC' },
    });
    return promises.map((row) => promiseDto(row, marks, now()));
  }

  private async entity(id: string): Promise<MadePromise> {
    const row = await repo(MadePromise).findOneBy({ id });
    if (!row) throw new NotFound('promise');
    return row;
  }
}

const wrong = (message: string): Invalid => new Invalid([{ path: 'dueAt', code: 'due', message }]);
