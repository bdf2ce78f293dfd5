import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bothOf } from '../couples/couple.partners.js';
import { ourselves, ownName } from '../couples/ourselves.js';
import { dayAfter } from '../platform/days.js';
import { assertPart, assertSafe, todayHere } from '../commitments/who.acts.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Forbidden, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { actor } from '../platform/scope.js';
import { isHeld } from '../safety/safety.gate.js';
import { BoundariesService, boundaryById, reviewDay } from './boundaries.service.js';
import type { BoundaryCommentDto, BoundaryDetailDto, NewMove, NewWording } from './boundaries.dto.js';
import {
  agreeing,
  assertMove,
  assertReword,
  haveBothAgreed,
  isFixed,
  isReworded,
  isTalkedAbout,
  stepsMet,
  USUAL_DAYS,
  type State,
} from './boundaries.rules.js';
import {
  Boundary,
  BoundaryComment,
  BoundaryConsent,
  BoundaryMove,
  BoundaryOwn,
  BoundaryText,
  type Wording,
} from './boundary.entity.js';
import { knownOf, seenOf, type Known, type Seen } from './boundary.seen.js';
import { isTalkHeld, leftAloneAt, nextNumber, takeWording, wordingWaits } from './boundary.talk.js';
import { sideOf } from './boundary.view.js';
import { BoundaryMoved, BoundaryOpened } from './boundaries.events.js';

/** From the proposal on: each step by its person, each agreement to one wording. */
@Injectable()
export class NegotiationService {
  constructor(private readonly boundaries: BoundariesService) {}

  /** Throws `RuleBroken('invalid_transition')`, `RuleBroken('other_wording')`, `Forbidden('not_your_part')`. */
  async move(id: string, { to, reason, textId }: NewMove): Promise<BoundaryDetailDto> {
    const boundary = await locked(id);
    const known = await knownOf([boundary]);
    const before = seenOf(boundary, known);
    const { row: seen, alone } = before;
    const side = sideOf(boundary);
    assertWording(seen, textId);
    if (side !== 'staff') await assertPart(boundary.coupleId, to === 'proposed' ? boundary.kind : 'answer');
    if (to === seen.state && to === 'agreed' && side !== 'staff') return this.boundaries.one(id);
    assertMove(seen.state, to, side, boundary.fixed);
    const from = seen.state;
    const ways = side === 'staff' ? 1 : stepsMet(await leftAloneAt(boundary), to, side, boundary.fixed);
    let outcome: Outcome = { isSilent: alone, settles: false };
    if (to === 'proposed') await this.propose(boundary);
    else if (to === 'agreed' || to === 'renewed') outcome = await this.agree(boundary, before, known, to);
    else if (!alone) {
      outcome.isSilent = to === 'discussing' && (await wordingWaits(boundary));
      await step(boundary, to);
    }
    const met = outcome.isSilent ? 0 : ways;
    await insertRow(BoundaryMove, {
      ...{ id: newId(), boundaryId: id, clientId: actor().clientId, coupleId: boundary.coupleId, met },
      ...{ fromState: from, toState: to, reason: reason ?? null, movedBy: actor().id, movedAt: now() },
      settles: outcome.settles,
    });
    if (met > 0) await tellOther(boundary, from === 'draft');
    return this.boundaries.one(id);
  }

  /** Copies the draft to where the other can read it, or lets it wait in silence. To propose is to agree to one's words. */
  private async propose(boundary: Boundary): Promise<void> {
    const own = await repo(BoundaryOwn).findOneBy({ boundaryId: boundary.id });
    if (!own) throw new Forbidden();
    const { area, limit, ifNotKept, kindOpen } = own.content;
    if (area.trim() === '' || limit.trim() === '' || kindOpen)
      throw new RuleBroken(
        'not_finished',
        'Say what it is about, the limit, and what kind it is. Then put it forward.',
      );
    assertSafe({ area, limit, ifNotKept });
    const today = await todayHere();
    if (boundary.reviewOn <= today)
      throw new RuleBroken('review_day_passed', 'Its day to look at it again has gone by. Choose another one first.');
    const name = await ownName();
    const at = now();
    const content = { from: name, author: name, area, limit, ifNotKept };
    const { reviewOn } = boundary;
    const textId = await keepWording(boundary, { number: 1, content, reviewOn, writtenAt: at, held: false });
    const held = await isHeld(boundary.coupleId, true);
    await saveVersion(
      Boundary,
      boundary,
      {
        ...{ state: 'proposed', stateAt: at, textId, askedFrom: at, proposedAt: at, listedAt: at },
        ...{ held, openFrom: held ? null : at, fixed: isFixed({ ...boundary, area }) },
      },
      boundary.version,
    );
    await consent(boundary, textId);
  }

  /**
   * One's own act. The state follows once both have agreed to the same words; of a fixed limit, its author's is enough.
   * Silent where newer words wait: the other is not to hear of it, and nothing follows but for whoever agreed.
   */
  private async agree(
    boundary: Boundary,
    { row: { textId, askedFrom }, alone }: Seen,
    { consents }: Known,
    to: 'agreed' | 'renewed',
  ): Promise<Outcome> {
    const { me, both } = await ourselves(boundary.coupleId);
    const before = agreeing(consents, textId, askedFrom);
    if (before.includes(me)) throw new RuleBroken('invalid_transition', 'You have agreed. It takes both of you.');
    await consent(boundary, textId!);
    if (alone) return { isSilent: true, settles: false };
    if (to === 'agreed' && (await wordingWaits(boundary)))
      return { isSilent: true, settles: haveBothAgreed([...before, me], both) };
    const isEnough = to === 'renewed' && boundary.fixed && me === boundary.madeBy;
    if (isEnough || haveBothAgreed([...before, me], both)) {
      const renewal = to === 'renewed' ? { reviewOn: dayAfter(await todayHere(), USUAL_DAYS) } : {};
      const at = now();
      await saveVersion(Boundary, boundary, { state: to, stateAt: at, agreedAt: at, ...renewal }, boundary.version);
    }
    return { isSilent: false, settles: false };
  }

  /** Puts other words beside the ones there are. Whoever agreed is asked anew. */
  async reword(id: string, { limit, ifNotKept, reviewOn, textId }: NewWording): Promise<BoundaryDetailDto> {
    const boundary = await locked(id);
    const { row: seen, alone } = seenOf(boundary, await knownOf([boundary]));
    const side = sideOf(boundary);
    assertWording(seen, textId);
    await assertPart(boundary.coupleId, 'answer');
    assertReword(seen.state, side, boundary.negotiable);
    assertSafe({ limit, ifNotKept });
    const [latest] = await repo(BoundaryText).find({ where: { boundaryId: id }, order: { number: 'DESC' }, take: 1 });
    if (side === 'other' && ifNotKept !== undefined && ifNotKept !== latest!.content.ifNotKept)
      throw new Forbidden('not_your_part', 'What your partner will do is for your partner to say.');
    const content: Wording = {
      ...latest!.content,
      from: await ownName(),
      limit,
      ifNotKept: ifNotKept ?? latest!.content.ifNotKept,
    };
    const day = reviewDay(reviewOn ?? latest!.reviewOn, await todayHere());
    const at = now();
    const held = alone || (await isTalkHeld(boundary));
    const wording = { number: await nextNumber(boundary), content, reviewOn: day, writtenAt: at, held };
    const newText = await keepWording(boundary, wording);
    await consent(boundary, newText);
    if (held) return this.boundaries.one(id);
    // Whether the other has met it or not, its author finds the same: else this would tell that it is held.
    const state: State = boundary.state === 'proposed' ? 'discussing' : boundary.state;
    await saveVersion(
      Boundary,
      boundary,
      { state, stateAt: at, textId: newText, askedFrom: at, reviewOn: day },
      boundary.version,
    );
    await tellOther(boundary, false);
    return this.boundaries.one(id);
  }

  async comment(id: string, text: string): Promise<BoundaryCommentDto> {
    const boundary = await boundaryById(id);
    const { me } = await ourselves(boundary.coupleId);
    const { row: seen, alone } = seenOf(boundary, await knownOf([boundary]));
    if (!isTalkedAbout(seen.state))
      throw new RuleBroken('invalid_transition', 'It is not being talked about at the moment.');
    assertSafe({ text });
    const content = { from: await ownName(), text };
    const at = now();
    const row = {
      id: randomUUID(),
      boundaryId: id,
      coupleId: boundary.coupleId,
      writtenBy: me,
      content,
      writtenAt: at,
      held: alone || (await isTalkHeld(boundary)),
      ...{ openFrom: null, openedBy: null, reason: null },
    };
    await insertRow(BoundaryComment, row);
    const byAuthor = me === boundary.madeBy;
    return { id: row.id, ...content, mine: true, byAuthor, writtenAt: at.toISOString(), held: null };
  }

  /** A clinician lets go of what was held back, and says why. */
  async open(id: string, reason: string): Promise<BoundaryDetailDto> {
    const boundary = await locked(id);
    const opened = { held: false, openFrom: now(), openedBy: actor().id, reason };
    if (!boundary.held) await letTalkGo(boundary, opened);
    else if (boundary.state === 'retired') throw notHeld();
    // The version stays: its author would learn by it that something was held.
    else {
      await changeRow(Boundary, boundary, { ...opened, listedAt: opened.openFrom });
      await tellOther(boundary, true);
    }
    return this.boundaries.one(id);
  }
}

/** What an act of agreeing comes to. `settles`: for whoever agreed, and not for the other. */
interface Outcome {
  isSilent: boolean;
  settles: boolean;
}

type Opened = Pick<BoundaryText, 'held' | 'openFrom' | 'openedBy' | 'reason'>;

/** What was said about it since a concern came, and waited. */
async function letTalkGo(boundary: Boundary, opened: Opened): Promise<void> {
  const where = { boundaryId: boundary.id, held: true };
  // Of what has ended, or is in force in other words, nothing more is brought to the other.
  const texts = isReworded(boundary.state) ? await repo(BoundaryText).findBy(where) : [];
  const comments = isTalkedAbout(boundary.state) ? await repo(BoundaryComment).findBy(where) : [];
  if (texts.length + comments.length === 0) throw notHeld();
  for (const each of texts) await changeRow(BoundaryText, each, opened);
  for (const each of comments) await changeRow(BoundaryComment, each, opened);
  if (texts.length > 0) await takeWording(boundary, texts.length);
  const writers = new Set(texts.map(({ writtenBy }) => writtenBy));
  for (const clientId of (await bothOf(boundary.coupleId)).filter((person) => !writers.has(person)))
    if (texts.length > 0) await emit(new BoundaryMoved({ boundaryId: boundary.id, clientId }));
}

const notHeld = (): RuleBroken => new RuleBroken('invalid_transition', 'This is not held back.');

/** One step at a time: two people act on the same one. */
async function locked(id: string): Promise<Boundary> {
  await sql('boundary locked', 'select id from boundary where id = $1 for update', [id]);
  return boundaryById(id);
}

/** Throws `RuleBroken('other_wording')` when it says something else than what was read. */
function assertWording({ textId }: Boundary, read: string | undefined): void {
  if (read !== undefined && read !== textId)
    throw new RuleBroken('other_wording', 'It has other words by now. Read them first.');
}

async function step(boundary: Boundary, to: State): Promise<void> {
  const at = now();
  const starts = to === 'active' ? { activeFrom: boundary.activeFrom ?? (await todayHere()) } : {};
  const asksAnew = to === 'under_review' || to === 'changed' ? { askedFrom: at } : {};
  await saveVersion(Boundary, boundary, { state: to, stateAt: at, ...starts, ...asksAnew }, boundary.version);
}

async function keepWording(
  { id: boundaryId, coupleId }: Boundary,
  wording: Pick<BoundaryText, 'number' | 'content' | 'reviewOn' | 'writtenAt' | 'held'>,
): Promise<string> {
  const id = randomUUID();
  await insertRow(BoundaryText, {
    ...{ id, boundaryId, coupleId, writtenBy: actor().clientId ?? '', ...wording },
    ...{ openFrom: null, openedBy: null, reason: null },
  });
  return id;
}

const consent = ({ id, coupleId }: Boundary, textId: string): Promise<BoundaryConsent> =>
  insertRow(BoundaryConsent, {
    ...{ id: newId(), boundaryId: id, textId, coupleId },
    ...{ agreedBy: actor().clientId ?? '', agreedAt: now() },
  });

/** A line without words to whoever has something new to read. Of what is not open, nobody hears. */
async function tellOther(boundary: Boundary, isNew: boolean): Promise<void> {
  if (boundary.openFrom === null) return;
  const own = isNew ? boundary.madeBy : actor().clientId;
  for (const clientId of (await bothOf(boundary.coupleId)).filter((person) => person !== own)) {
    const payload = { boundaryId: boundary.id, clientId };
    await emit(isNew ? new BoundaryOpened(payload) : new BoundaryMoved(payload));
  }
}
