import { Injectable } from '@nestjs/common';
import { assertClientSeen, assertCoupleSeen } from '../clients/seen.js';
import { namesInCare } from '../clients/people-names.js';
import { ClinicsService } from '../clinics/clinics.service.js';
import { CouplesService } from '../couples/couples.service.js';
import { standingOf } from '../couples/standing.js';
import { now } from '../platform/clock.js';
import { GoalsService } from '../plans/goals.service.js';
import { dayIn } from '../platform/days.js';
import { SafetyChecksService } from '../safety/safety-checks.service.js';
import { ScoresService } from '../scales/scores.service.js';
import type { BriefDto, BriefLineDto, BriefPersonDto, BriefScoreDto } from './brief.dto.js';
import { frameOf } from './brief.frame.js';
import { foundLines } from './brief.rows.js';
import { cut, type Found, inOrder, isAloud, marksThatDiffer, type People, sideOf, sinceOf } from './brief.rules.js';

interface Known extends Found {
  draft?: number | null;
  score?: BriefScoreDto;
}

/** Whom the session is with: one, or a couple with its stage. */
interface Whom {
  clientId: string | null;
  coupleId: string | null;
  displayName: string;
  people: BriefPersonDto[];
  stage: BriefDto['stage'];
  /** Where what a person did within the work of a couple lies. */
  couples: string[];
  isActive: boolean;
}

@Injectable()
export class BriefService {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly couples: CouplesService,
    private readonly goals: GoalsService,
    private readonly safety: SafetyChecksService,
    private readonly scores: ScoresService,
  ) {}

  /** Before a session with one person: what is her own, nothing of both and nothing of a partner. */
  async ofClient(clientId: string): Promise<BriefDto> {
    await assertClientSeen(clientId);
    const nameOf = await namesInCare([{ clientId, coupleId: null }]);
    const displayName = nameOf({ clientId, coupleId: null });
    const couples = (await standingOf({ clientIds: [clientId] }))
      .filter((one) => one.clientId === clientId)
      .map(({ coupleId }) => coupleId);
    const people = [{ clientId, callName: displayName }];
    return this.brief({ clientId, coupleId: null, displayName, people, stage: null, couples, isActive: false });
  }

  /** Before a session with both. Throws `NotFound` for a couple that the actor neither treats nor supervises. */
  async ofCouple(coupleId: string): Promise<BriefDto> {
    await assertCoupleSeen(coupleId);
    const couple = await this.couples.one(coupleId);
    const people = couple.partners.map(({ clientId, callName }) => ({ clientId, callName: callName ?? '' }));
    const { displayName, stage = null } = couple;
    const isActive = couple.status === 'active';
    return this.brief({ clientId: null, coupleId, displayName, people, stage, couples: [coupleId], isActive });
  }

  private async brief(whom: Whom): Promise<BriefDto> {
    const frame = await frameOf(whom.clientId, whom.coupleId);
    const since = sinceOf(frame.last?.endsAt ?? null, now());
    const people = whom.people.map(({ clientId }) => clientId);
    const { clientId, coupleId, displayName, stage } = whom;
    const told = await foundLines({ people, jointOf: coupleId, couples: whom.couples, since });
    const known: Known[] = [
      ...told,
      ...marksThatDiffer(told),
      ...(await this.scoresSince(people, since)),
      ...(await this.goalsOf(people, coupleId)),
      ...(whom.isActive && coupleId ? await this.toAskAlone(coupleId) : []),
    ];
    return {
      ...{ clientId, coupleId, displayName, people: whom.people, stage },
      session: frame.session,
      lastSeenAt: frame.last?.startsAt.toISOString() ?? null,
      since: since.toISOString(),
      following: frame.following,
      lines: inOrder(known).map((line) => lineOf(line, whom.people, since)),
    };
  }

  /** Of each scale that was answered since then, the last score. */
  private async scoresSince(people: string[], since: Date): Promise<Known[]> {
    const zone = await this.clinics.timeZone();
    const from = dayIn(zone, since);
    const last = await this.scores.lastOf(people, dayIn(zone, now()));
    return [...last].flatMap(([clientId, scores]) =>
      scores
        .filter(({ answeredOn }) => answeredOn >= from)
        .map(({ instrumentId, title, answeredOn, total, max, delta, verdict }) => ({
          ...{ id: instrumentId, kind: 'score' as const, clientId, coupleId: null, title, detail: null, dueOn: null },
          at: new Date(`${answeredOn}T12:00:00Z`),
          knownTo: 'own' as const,
          score: { total, max, delta, verdict },
        })),
    );
  }

  /** What is worked on: by both what lies in their joint plan, by each what lies in an own one. */
  private async goalsOf(people: string[], jointOf: string | null): Promise<Known[]> {
    const plans = [
      ...(jointOf === null ? [] : [{ clientId: null, coupleId: jointOf }]),
      ...people.map((clientId) => ({ clientId, coupleId: null })),
    ];
    const lines: Known[] = [];
    for (const whose of plans) {
      const goals = await this.goals.active(whose);
      lines.push(
        ...goals.map(({ goalId: id, behaviour, reading, shared }) => ({
          ...{ id, kind: 'goal' as const, ...whose, at: null, title: cut(behaviour), dueOn: null },
          detail: reading?.state ?? null,
          knownTo: goalKnownTo(whose.clientId, shared),
        })),
      );
    }
    return lines;
  }

  private async toAskAlone(coupleId: string): Promise<Known[]> {
    const partners = await this.safety.partnersOf(coupleId);
    return partners
      .filter(({ due }) => due !== null)
      .map(({ clientId, due }) => ({
        ...{
          id: coupleId,
          kind: 'ask_alone' as const,
          clientId,
          coupleId,
          at: null,
          title: '',
          detail: due,
          dueOn: null,
        },
        knownTo: 'staff' as const,
      }));
  }
}

/** A plan that was not shared is read by nobody but the care team. */
function goalKnownTo(clientId: string | null, shared: boolean): Found['knownTo'] {
  if (!shared) return 'staff';
  return clientId === null ? 'both' : 'own';
}

/** What waits or holds stands in a column; what happened since the last session is news. */
const STANDS: readonly Found['kind'][] = [
  'agreed',
  'goal',
  'homework_open',
  'risk',
  'ask_alone',
  'marks_differ',
  'question',
];

function lineOf(line: Known, people: People, since: Date): BriefLineDto {
  const { id, kind, clientId, coupleId, at, title, detail, dueOn, knownTo } = line;
  return {
    ...{ id, kind, clientId, coupleId, title, detail, dueOn, knownTo },
    side: sideOf(clientId, people),
    at: at?.toISOString() ?? null,
    isNew: at !== null && !STANDS.includes(kind) && (kind === 'score' || at > since),
    draft: line.draft ?? null,
    score: line.score ?? null,
    aloud: isAloud(line, people),
  };
}
