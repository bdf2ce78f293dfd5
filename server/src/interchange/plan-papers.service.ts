import { Injectable } from '@nestjs/common';
import { ClientsService } from '../clients/clients.service.js';
import { callNames } from '../clients/people-names.js';
import { pairOf } from '../couples/couple.partners.js';
import type { Piece } from '../paper/paper.definition.js';
import { printed } from '../paper/paper.js';
import type { WordToJointPlan } from '../plans/plan.content.js';
import { PlanStandingService } from '../plans/plan-standing.service.js';
import type { PlanDto } from '../plans/plans.dto.js';
import { RecordPlansService } from '../plans/record-plans.service.js';
import { actor } from '../platform/scope.js';
import type { SentFile } from '../platform/sent-file.js';
import { longDate } from './answer-words.rules.js';
import { longDay } from './chart-words.js';
import { clinicZone } from './clinic-zone.js';
import { namesOnPaper, printedOn } from './named-on-paper.js';
import {
  agreementPieces,
  ownWordPieces,
  planFacts,
  planPieces,
  planStanding,
  wordToJointPieces,
} from './plan-pieces.rules.js';

const NOT_IN_FORCE = 'Draft, not in force';

/** What of plans lies in one record, and the rows it is made of. */
interface PlansOfRecord {
  items: NonNullable<SentFile['items']>;
  pieces: Piece[];
}

/** A version of a plan on paper: for staff as it stands on the screen, for whom it concerns as it was shown. */
@Injectable()
export class PlanPapersService {
  constructor(
    private readonly plans: RecordPlansService,
    private readonly standing: PlanStandingService,
    private readonly clients: ClientsService,
  ) {}

  async plan(id: string): Promise<SentFile> {
    return actor().clientId === null ? this.forStaff(id) : this.own(id);
  }

  /** Every plan of one person's own record, and what she said to the joint one, each under a heading of its own. */
  async ofRecord(clientId: string, from: Date | null, to: Date | null, zone: string): Promise<PlansOfRecord> {
    const plans = await this.plans.ofClient(clientId, from, to);
    const words = await this.plans.wordsToJoint(clientId, from, to);
    return { items: [...plans, ...words], pieces: [...(await plansInTurn(plans, zone)), ...wordsInTurn(words)] };
  }

  private async forStaff(id: string): Promise<SentFile> {
    const plan = await this.plans.one(id);
    const { clientId, coupleId } = plan;
    const zone = await clinicZone();
    const { who, short } = await namesOnPaper(this.clients, plan);
    const title = clientId === null ? 'Joint treatment plan' : 'Treatment plan';
    const isDraft = plan.status === 'draft';
    const readings = plan.status === 'in_force' ? (plan.readings ?? []) : [];
    const paper = {
      title,
      facts: [who, ...planFacts(plan, zone), printedOn(zone)],
      foot: `${short} · ${title} · ${planStanding(plan, zone)}`,
      ...(isDraft ? { mark: NOT_IN_FORCE } : {}),
      pieces: [
        ...(isDraft ? [{ kind: 'mark' as const, words: NOT_IN_FORCE }] : []),
        ...planPieces({ content: plan.content, readings, endReason: plan.endReason }, 2),
        ...(isDraft ? [] : await agreement(plan)),
      ],
    };
    return { id, clientId, coupleId, name: 'plan.pdf', bytes: await printed(paper, zone) };
  }

  /** As it stands in the portal: no score, no reason of its end, and of the answers one's own. */
  private async own(id: string): Promise<SentFile> {
    const { joint, status, startedAt, endedAt, content, mine } = await this.standing.ownOne(id);
    const zone = await clinicZone();
    const [from, to] = [startedAt, endedAt].map((at) => (at ? longDate(new Date(at), zone, false) : ''));
    const title = joint ? 'What the two of us are working on' : 'What I am working on';
    const paper = {
      title,
      facts: [
        status === 'in_force' ? `In use since ${from}.` : `In use from ${from} to ${to}.`,
        ...(status === 'in_force' && content.reviewOn ? [`Looked at again around ${longDay(content.reviewOn)}.`] : []),
        printedOn(zone),
      ],
      foot: title,
      pieces: [
        ...planPieces({ content }, 2),
        ...(mine ? [{ kind: 'part' as const, title: 'What I said to it' }, ...ownWordPieces(mine)] : []),
      ],
    };
    // In the log of whoever prints it, and of nobody else.
    return { id, clientId: actor().clientId, coupleId: null, name: 'plan.pdf', bytes: await printed(paper, zone) };
  }
}

/** One's own words to the plan of two, below a heading of their own; nothing where there are none. */
export const wordsInTurn = (words: readonly WordToJointPlan[]): Piece[] =>
  words.length === 0 ? [] : [{ kind: 'part', title: 'Own words to the joint plan' }, ...wordToJointPieces(words)];

/** Each under a heading of its own; of a joint one no answer, since each of the two has given their own. */
export async function plansInTurn(plans: readonly PlanDto[], zone: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const plan of plans) {
    const name = plan.clientId === null ? 'Joint treatment plan' : 'Treatment plan';
    pieces.push(
      { kind: 'part', title: `${name}, version ${plan.number}` },
      { kind: 'words', quiet: true, words: planFacts(plan, zone).join('\n') },
      ...planPieces({ content: plan.content, endReason: plan.endReason }, 3),
      ...(plan.clientId === null ? [] : await agreement(plan, 3)),
    );
  }
  return pieces;
}

/** Of a joint plan on a page of its own: what one said to it is not the other's, and the rest can be handed over. */
async function agreement({ clientId, coupleId, answers }: PlanDto, level: 2 | 3 = 2): Promise<Piece[]> {
  const people = clientId === null ? await pairOf(coupleId!) : [clientId];
  const names = await callNames(people);
  const head: Piece =
    clientId === null
      ? { kind: 'part', level, title: 'For the care team alone: agreement', onNewPage: true }
      : { kind: 'part', level, title: 'Agreement' };
  return [head, ...agreementPieces(answers, people, (id) => names.get(id) ?? '')];
}
