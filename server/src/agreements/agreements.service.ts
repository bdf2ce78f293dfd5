import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { bothOf } from '../couples/couple.partners.js';
import { assertSees, ourselves, ownName } from '../couples/ourselves.js';
import { assertPart, assertSafe, todayHere } from '../commitments/who.acts.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { isHeld } from '../safety/safety.gate.js';
import { Agreement, AgreementConsent, AgreementTerms } from './agreement.entity.js';
import { AgreementDraftsService } from './agreement.drafts.service.js';
import { agreementDto, knownOf, type Known } from './agreement.view.js';
import type { AgreementDto, AgreementQuery, NewAgreementStep, NewTerms } from './agreements.dto.js';
import { isNearEnough } from '../commitments/days.rules.js';
import { assertAct, type Sharer } from './agreements.rules.js';
import { AgreementMoved, AgreementOpened } from './agreements.events.js';

// Its author finds it where it was put forward: that it moved when it opened would tell that it had been held.
const LISTED = `select a.id, p.place::text from agreement a
  cross join lateral (select case when a.made_by = (select req_client()) then a.proposed_at else a.listed_at end as place) p
  where a.couple_id = $1 and ($2::timestamptz is null or (p.place, a.id) < ($2, $3::uuid)) order by p.place desc, a.id desc limit $4`;

/** Being open for a while: each one's own act, to the same terms, until a day. */
@Injectable()
export class AgreementsService {
  constructor(private readonly drafts: AgreementDraftsService) {}

  /** To put it forward is to agree to one's own words. Throws `Refused('unsafe_text')`, `Invalid` for its last day. */
  async propose(coupleId: string, wanted: NewTerms): Promise<AgreementDto> {
    const { me } = await ourselves(coupleId);
    await assertPart(coupleId, 'answer');
    const at = now();
    const held = await isHeld(coupleId, true);
    const agreement = await insertRow(Agreement, {
      // Says nothing of when it was made: the other meets it by this id, perhaps later.
      ...{ id: randomUUID(), coupleId, madeBy: me, version: 1, state: 'proposed', stateAt: at },
      ...{ termsId: null, untilOn: null, startedAt: null, proposedAt: at },
      ...{ held, openFrom: held ? null : at, openedBy: null, reason: null, listedAt: at },
    });
    await this.keepTerms(agreement, wanted, await ownName(), held);
    await this.drafts.clear(coupleId, null);
    await tellOthers(agreement, held, new Set([me]), AgreementOpened);
    return this.one(agreement.id);
  }

  /** A partner's list holds what is open and her or his own, and no sign of others. */
  async list(coupleId: string, { limit, cursor }: AgreementQuery): Promise<Page<AgreementDto>> {
    await assertSees(coupleId);
    const [place, id] = decodeCursor(cursor, 2) ?? [null, null];
    const found = await sql<{ id: string; place: string }>('agreements', LISTED, [coupleId, place, id, limit + 1]);
    const { items, next } = keyset(found, limit, (row) => [row.place, row.id]);
    const rows = await repo(Agreement).findBy({ id: In(items.map((row) => row.id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { items: (await knownOf(items.flatMap((row) => byId.get(row.id) ?? []))).map(agreementDto), next };
  }

  async one(id: string): Promise<AgreementDto> {
    return agreementDto(await known(id));
  }

  /** Throws `RuleBroken('invalid_transition')`, `RuleBroken('other_wording')`, `RuleBroken('safety_check_missing')`. */
  async step(id: string, { step, termsId }: NewAgreementStep): Promise<AgreementDto> {
    const it = await locked(id);
    const { row, asked, acts, standing } = it;
    if (actor().clientId !== null) await ourselves(row.coupleId);
    if (termsId !== undefined && termsId !== asked?.id)
      throw new RuleBroken('other_wording', 'It has other words by now. Read them first.');
    assertAct(step, acts, standing);
    const at = now();
    const me = actor().clientId;
    if (step === 'agree') await consent(row, asked!.id, me!);
    else if (step === 'start') await this.start(it);
    else {
      const state = ({ decline: 'declined', end: 'ended', revisit: 'revisiting' } as const)[step];
      await saveVersion(Agreement, row, { state, stateAt: at }, row.version);
    }
    await tellOthers(row, row.held, new Set([me]), AgreementMoved);
    return this.one(id);
  }

  /** What both agreed to begins, or goes on, when their therapist has looked at it; never while something is held back. */
  private async start({ row, asked, waits }: Known): Promise<void> {
    if (waits) throw new RuleBroken('other_wording', 'Some of it waits for you. Look at that first.');
    if (await isHeld(row.coupleId, true))
      throw new RuleBroken('safety_check_missing', 'Ask each partner alone about safety first, and record it.');
    const at = now();
    const { id: termsId, untilOn } = asked!;
    await saveVersion(
      Agreement,
      row,
      { state: 'active', stateAt: at, termsId, untilOn, startedAt: row.startedAt ?? at },
      row.version,
    );
  }

  /** Throws `RuleBroken('invalid_transition')`, `Refused('unsafe_text')`, `Invalid`. */
  async offer(id: string, wanted: NewTerms): Promise<AgreementDto> {
    const { row, asked, terms, acts, standing } = await locked(id);
    const { me } = await ourselves(row.coupleId);
    assertAct('offer', acts, standing);
    const held = row.held || (await isHeld(row.coupleId, true));
    await this.keepTerms(row, wanted, (terms ?? asked)!.content.author, held);
    await this.drafts.clear(row.coupleId, id);
    await tellOthers(row, held, new Set([me]), AgreementMoved);
    return this.one(id);
  }

  /** A clinician lets go of what was held back, and says why. */
  async open(id: string, reason: string): Promise<AgreementDto> {
    const { row, waits, standing } = await locked(id);
    if (!waits || ['ended', 'declined', 'lapsed'].includes(standing))
      throw new RuleBroken('invalid_transition', 'This is not held back.');
    const opened = { held: false, openFrom: now(), openedBy: actor().id, reason };
    const terms = await repo(AgreementTerms).findBy({ agreementId: id, held: true });
    for (const each of terms) await changeRow(AgreementTerms, each, opened);
    // The version stays: its author would learn by it that something was held.
    if (row.held) await changeRow(Agreement, row, { ...opened, listedAt: opened.openFrom });
    const told = row.held ? AgreementOpened : AgreementMoved;
    await tellOthers(row, false, new Set(terms.map(({ writtenBy }) => writtenBy)), told);
    return this.one(id);
  }

  private async keepTerms(row: Agreement, wanted: NewTerms, author: string, held: boolean): Promise<void> {
    const { what, why, way, stepDown, untilOn } = wanted;
    const me = actor().clientId!;
    assertSafe({ what, why, stepDown });
    if (!isNearEnough(untilOn, await todayHere())) throw wrongDay();
    const mine: Sharer = row.madeBy === me ? 'author' : 'other';
    const theirs: Sharer = mine === 'author' ? 'other' : 'author';
    const sharer = wanted.who === 'both' ? 'both' : wanted.who === 'me' ? mine : theirs;
    const at = now();
    const terms = await insertRow(AgreementTerms, {
      ...{ id: randomUUID(), agreementId: row.id, coupleId: row.coupleId, writtenBy: me },
      content: { from: await ownName(), author, sharer, what, why, way, stepDown },
      ...{ untilOn, writtenAt: at, held, openFrom: held ? null : at, openedBy: null, reason: null },
    });
    await consent(row, terms.id, me);
  }
}

async function known(id: string): Promise<Known> {
  const row = await repo(Agreement).findOneBy({ id });
  if (!row) throw new NotFound('agreement');
  return (await knownOf([row]))[0]!;
}

/** One step at a time: two people act on the same one. */
async function locked(id: string): Promise<Known> {
  await sql('agreement locked', 'select id from agreement where id = $1 for update', [id]);
  return known(id);
}

const consent = ({ id, coupleId }: Agreement, termsId: string, agreedBy: string): Promise<AgreementConsent> =>
  insertRow(AgreementConsent, { ...{ id: newId(), agreementId: id, termsId, coupleId }, agreedBy, agreedAt: now() });

const wrongDay = (): Invalid =>
  new Invalid([
    { path: 'untilOn', code: 'last_day', message: 'Choose its last day: after today, within the next ninety days.' },
  ]);

/** A line without words to whoever has something new to read. Of what is held, nobody hears. */
async function tellOthers(
  { id, coupleId }: Agreement,
  held: boolean,
  not: ReadonlySet<string | null>,
  Told: typeof AgreementOpened | typeof AgreementMoved,
): Promise<void> {
  if (held) return;
  for (const clientId of (await bothOf(coupleId)).filter((person) => !not.has(person)))
    await emit(new Told({ agreementId: id, clientId }));
}
