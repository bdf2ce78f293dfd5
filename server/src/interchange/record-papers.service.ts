import { Injectable } from '@nestjs/common';
import { CareTeamService } from '../clients/care-team.service.js';
import type { ClientDto } from '../clients/clients.dto.js';
import { ClientsService } from '../clients/clients.service.js';
import type { TimelineItemDto } from '../dashboard/timeline.dto.js';
import { TimelineService } from '../dashboard/timeline.service.js';
import { MOST_NOTES, RecordNotesService } from '../notes/record-notes.service.js';
import type { Piece } from '../paper/paper.definition.js';
import { printed } from '../paper/paper.js';
import { dayAfter, wallClock } from '../platform/days.js';
import type { Page } from '../platform/paging.js';
import type { SentFile } from '../platform/sent-file.js';
import { longDay } from './chart-words.js';
import { clinicZone } from './clinic-zone.js';
import { coursePieces, personPieces, teamPieces } from './course-pieces.rules.js';
import { printedOn } from './named-on-paper.js';
import { nameOf, notesInTurn } from './note-papers.service.js';
import { PlanPapersService } from './plan-papers.service.js';
import type { RecordPaperQuery } from './record-papers.dto.js';
import { ScorePapersService } from './score-papers.service.js';

/** How many events of a timeline are printed: the newest. */
const MOST_EVENTS = 2000;
const ONE_PAGE = 100;

/**
 * One person's own record on paper: who it is, who treats them, what took place, their own plans, notes and scales. Nothing
 * of the other partner, no joint plan or note, no draft, and no psychotherapy note, also for its author.
 */
@Injectable()
export class RecordPapersService {
  constructor(
    private readonly clients: ClientsService,
    private readonly team: CareTeamService,
    private readonly timeline: TimelineService,
    private readonly notes: RecordNotesService,
    private readonly plans: PlanPapersService,
    private readonly scores: ScorePapersService,
  ) {}

  async of(clientId: string, query: RecordPaperQuery): Promise<SentFile> {
    const person = await this.clients.one(clientId);
    const zone = await clinicZone();
    const [from, to] = timeOf(query, zone);
    const notes = await this.notes.ofClient(clientId, from, to);
    const plans = await this.plans.ofRecord(clientId, from, to, zone);
    const pieces = [
      ...personPieces(person),
      ...teamPieces((await this.team.of(clientId)).items, zone),
      ...coursePieces(await this.course(clientId, from, to), zone),
      ...plans.pieces,
      ...(notes.length > 0 ? notesInTurn(notes, zone, await nameOf(notes)) : NO_NOTES),
      ...(await this.scores.pieces(clientId, query, 'care')).pieces,
    ];
    const facts = factsOf(person, query, notes.length, zone);
    const paper = { title: `Record of ${person.displayName}`, facts, foot: `${person.displayName} · Record`, pieces };
    const bytes = await printed(paper, zone);
    const rows = [...notes, ...plans.items];
    const items = rows.length > 0 ? { items: rows } : {};
    return { id: clientId, clientId, coupleId: null, ...items, name: 'record.pdf', bytes };
  }

  /** Oldest first. Notes stand in full below it. */
  private async course(clientId: string, from: Date | null, to: Date | null): Promise<TimelineItemDto[]> {
    const found: TimelineItemDto[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<TimelineItemDto> = await this.timeline.of(clientId, {
        limit: ONE_PAGE,
        ...(cursor ? { cursor } : {}),
      });
      found.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor && found.length < MOST_EVENTS && !(from && new Date(found.at(-1)!.at) < from));
    const isWithin = (at: Date): boolean => (!from || at >= from) && (!to || at < to);
    return found.filter(({ kind, at }) => kind !== 'note' && isWithin(new Date(at))).reverse();
  }
}

const NO_NOTES: Piece[] = [
  { kind: 'part', title: 'Notes' },
  { kind: 'words', words: 'None in this time.' },
];

function timeOf({ from, to }: RecordPaperQuery, zone: string): [Date | null, Date | null] {
  return [from ? wallClock(from, '00:00', zone) : null, to ? wallClock(dayAfter(to, 1), '00:00', zone) : null];
}

function factsOf(person: ClientDto, { from, to }: RecordPaperQuery, notes: number, zone: string): string[] {
  const since = from ? `from ${longDay(from)}` : 'from the beginning';
  const { givenName, familyName, birthDate } = person;
  return [
    `${givenName} ${familyName}${birthDate === null ? '' : `, born ${longDay(birthDate)}`}`,
    `Their own record ${since} to ${to ? longDay(to) : 'now'}. ${printedOn(zone)}`,
    'For the care team. Drafts, private notes and the joint plan and notes of couple work are no part of it.',
    ...(notes === MOST_NOTES
      ? [`Holds the newest ${MOST_NOTES} notes of this time; print earlier ones by their days.`]
      : []),
  ];
}
