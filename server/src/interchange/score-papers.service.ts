import { Injectable } from '@nestjs/common';
import type { ChartView } from '../charts/scores-chart.rules.js';
import { pairCharts } from '../charts/pair-chart.rules.js';
import { namesInCare } from '../clients/people-names.js';
import { CouplesService } from '../couples/couples.service.js';
import { now } from '../platform/clock.js';
import { actor } from '../platform/scope.js';
import type { SentFile } from '../platform/sent-file.js';
import { MarksService } from '../scales/marks.service.js';
import type { CoupleScoresQuery, InstrumentScoresDto, ScoresQuery } from '../scales/scales.dto.js';
import { ScoresService } from '../scales/scores.service.js';
import { longDate } from './answer-words.rules.js';
import { clinicZone } from './clinic-zone.js';
import { PAIR_WORDS, pairPieces } from './pair-pieces.rules.js';
import type { Piece } from '../paper/paper.definition.js';
import { printed } from '../paper/paper.js';
import type { ScorePaperQuery } from './score-papers.dto.js';
import { scorePieces } from './score-pieces.rules.js';

/** Scores on paper: what the reader could read on the screen, drawn by the same rules. */
@Injectable()
export class ScorePapersService {
  constructor(
    private readonly scores: ScoresService,
    private readonly marks: MarksService,
    private readonly couples: CouplesService,
  ) {}

  async of(clientId: string, query: ScorePaperQuery): Promise<SentFile> {
    const zone = await clinicZone();
    const isOwn = actor().clientId !== null;
    const view: ChartView = isOwn ? 'client' : (query.view ?? 'care');
    const { instruments, pieces } = await this.pieces(clientId, query, view);
    const who = (await namesInCare([{ clientId, coupleId: null }]))({ clientId, coupleId: null });
    const since = query.from ? `From ${longDate(new Date(query.from), 'UTC', false)} on.` : 'All answers.';
    const facts = [
      who,
      `${since} Printed on ${longDate(now(), zone, true)}.`,
      ...(view === 'care' ? ['For the care team.'] : []),
      ...(pieces.length === 0 ? ['There are no scores.'] : []),
    ];
    const bytes = await printed({ title: titleOf(instruments), facts, foot: who, pieces }, zone);
    return { id: clientId, clientId, coupleId: null, name: 'scores.pdf', bytes };
  }

  /** Each scale after the first on a page of its own. A client's view has no marks. */
  async pieces(
    clientId: string,
    query: ScoresQuery,
    view: ChartView,
  ): Promise<{ instruments: InstrumentScoresDto[]; pieces: Piece[] }> {
    const { instruments } = await this.scores.scoresOfClient(clientId, query);
    const marks = actor().clientId === null ? (await this.marks.of(clientId)).items : [];
    return { instruments, pieces: instruments.flatMap((scores, at) => scorePieces(scores, marks, view, at > 0)) };
  }

  /** What both have answered, as two lines or two panels; each scale on a page of its own. */
  async ofCouple(coupleId: string, { instrumentId }: CoupleScoresQuery): Promise<SentFile> {
    const zone = await clinicZone();
    const { displayName, partners } = await this.couples.one(coupleId);
    const scores = await this.scores.scoresOfCouple(coupleId, null);
    const [a, b] = partners.map(({ clientId, callName }) => ({
      name: callName ?? 'Partner',
      instruments: scores.partners.find((one) => one.clientId === clientId)?.instruments ?? [],
    }));
    const both = [a?.instruments ?? [], b?.instruments ?? []] as const;
    // Two forms of one scale have two ids: the chart of both has the first one's.
    const charts = pairCharts(both, [a?.name ?? '', b?.name ?? ''], PAIR_WORDS).filter(
      ({ key }) => instrumentId === undefined || key === instrumentId,
    );
    const facts = [
      displayName,
      `All answers. Printed on ${longDate(now(), zone, true)}.`,
      'For the care team of both.',
      ...(charts.length === 0 ? ['There is no scale that both have answered.'] : []),
    ];
    const pieces = charts.flatMap((chart, at) => pairPieces(chart, at > 0));
    const bytes = await printed({ title: titleOf(charts), facts, foot: displayName, pieces }, zone);
    return { id: coupleId, clientId: null, coupleId, name: 'scores.pdf', bytes };
  }
}

const titleOf = (instruments: readonly { title: string }[]): string =>
  instruments.length === 1 ? instruments[0]!.title : 'Scales';
