import { Injectable } from '@nestjs/common';
import type { ChartView } from '../charts/scores-chart.rules.js';
import { namesInCare } from '../clients/people-names.js';
import { now } from '../platform/clock.js';
import { actor } from '../platform/scope.js';
import type { SentFile } from '../platform/sent-file.js';
import { MarksService } from '../scales/marks.service.js';
import { ScoresService } from '../scales/scores.service.js';
import { longDate } from './answer-words.rules.js';
import { clinicZone } from './clinic-zone.js';
import { printed } from './paper.js';
import type { ScorePaperQuery } from './score-papers.dto.js';
import { scorePieces } from './score-pieces.rules.js';

/** Scores on paper: what the reader could read on the screen, drawn by the same rules. */
@Injectable()
export class ScorePapersService {
  constructor(
    private readonly scores: ScoresService,
    private readonly marks: MarksService,
  ) {}

  async of(clientId: string, query: ScorePaperQuery): Promise<SentFile> {
    const isOwn = actor().clientId !== null;
    const view: ChartView = isOwn ? 'client' : (query.view ?? 'care');
    const { instruments } = await this.scores.scoresOfClient(clientId, query);
    const marks = isOwn ? [] : (await this.marks.of(clientId)).items;
    const who = (await namesInCare([{ clientId, coupleId: null }]))({ clientId, coupleId: null });
    const since = query.from ? `From ${longDate(new Date(query.from), 'UTC', false)} on.` : 'All answers.';
    const pieces = instruments.flatMap((scores, at) => scorePieces(scores, marks, view, at > 0));
    const facts = [
      who,
      `${since} Printed on ${longDate(now(), await clinicZone(), true)}.`,
      ...(view === 'care' ? ['For the care team.'] : []),
      ...(pieces.length === 0 ? ['There are no scores.'] : []),
    ];
    const bytes = await printed({ title: titleOf(instruments), facts, foot: who, pieces });
    return { id: clientId, clientId, coupleId: null, name: 'scores.pdf', bytes };
  }
}

const titleOf = (instruments: readonly { title: string }[]): string =>
  instruments.length === 1 ? instruments[0]!.title : 'Scales';
