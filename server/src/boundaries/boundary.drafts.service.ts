import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ourselves } from '../couples/ourselves.js';
import { isNearEnough } from '../commitments/days.rules.js';
import { dayAfter } from '../platform/days.js';
import { assertPart, assertSafe, todayHere } from '../commitments/who.acts.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, saveVersion } from '../platform/database.js';
import { RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { DraftDto, DraftInput } from './boundaries.dto.js';
import { USUAL_DAYS } from './boundaries.rules.js';
import { boundaryById } from './boundaries.service.js';
import { Boundary, BoundaryOwn } from './boundary.entity.js';

/** A boundary while it is being written: saved at every pause, whole or not. Its author's alone. */
@Injectable()
export class BoundaryDraftsService {
  /** An empty sheet. */
  async begin(coupleId: string): Promise<DraftDto> {
    const { me } = await ourselves(coupleId);
    await assertPart(coupleId, 'limit');
    const at = now();
    const boundary = await insertRow(Boundary, {
      // Says nothing of when it was begun: the other meets it by this id one day.
      ...{ id: randomUUID(), coupleId, madeBy: me, version: 1, kind: 'request', negotiable: true, fixed: false },
      ...{
        state: 'draft',
        stateAt: at,
        reviewOn: dayAfter(await todayHere(), USUAL_DAYS),
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
    const own = await insertRow(BoundaryOwn, {
      ...{ id: newId(), boundaryId: boundary.id, clientId: me, coupleId, version: 1, savedAt: at },
      content: { area: '', limit: '', ifNotKept: null, why: null, kindOpen: true },
    });
    return draftDto(boundary, own);
  }

  async read(id: string): Promise<DraftDto> {
    const { boundary, own } = await draftOf(id);
    return draftDto(boundary, own);
  }

  /** Throws `Stale`, `Refused('unsafe_text')`, `Forbidden('not_your_part')`, `RuleBroken('invalid_transition')`. */
  async save(id: string, version: number, input: DraftInput): Promise<DraftDto> {
    const { boundary, own } = await draftOf(id);
    const { area, limit, why, ifNotKept, kind = null, negotiable, reviewOn } = input;
    if (kind) await assertPart(boundary.coupleId, kind);
    assertSafe({ area, limit, why, ifNotKept });
    const content = { area, limit, why: why || null, ifNotKept: ifNotKept || null, kindOpen: kind === null };
    const saved = await saveVersion(BoundaryOwn, own, { content, savedAt: now() }, version);
    const isDay = reviewOn && isNearEnough(reviewOn, await todayHere());
    const head = { kind: kind ?? boundary.kind, negotiable, reviewOn: isDay ? reviewOn : boundary.reviewOn };
    return draftDto(await changeRow(Boundary, boundary, head), saved);
  }
}

async function draftOf(id: string): Promise<{ boundary: Boundary; own: BoundaryOwn }> {
  const boundary = await boundaryById(id);
  const own = await repo(BoundaryOwn).findOneBy({ boundaryId: id });
  if (boundary.state !== 'draft' || !own)
    throw new RuleBroken('invalid_transition', 'It is no draft any more. Put other words beside it instead.');
  return { boundary, own };
}

const draftDto = (boundary: Boundary, { version, content, savedAt }: BoundaryOwn): DraftDto => ({
  ...{ id: boundary.id, version, area: content.area, limit: content.limit },
  ...{ why: content.why ?? '', ifNotKept: content.ifNotKept ?? '' },
  kind: content.kindOpen ? null : boundary.kind,
  ...{ negotiable: boundary.negotiable, reviewOn: boundary.reviewOn, savedAt: savedAt.toISOString() },
});
