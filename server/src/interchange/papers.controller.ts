import { Controller, Get, Query } from '@nestjs/common';
import { Can, Id, ReturnsFile } from '../platform/route.js';
import type { SentFile } from '../platform/sent-file.js';
import { CoupleScoresQuery } from '../scales/scales.dto.js';
import { NotePapersService } from './note-papers.service.js';
import { PapersService } from './papers.service.js';
import { PlanPapersService } from './plan-papers.service.js';
import { RecordPaperQuery, SessionPaperQuery } from './record-papers.dto.js';
import { RecordPapersService } from './record-papers.service.js';
import { ReleasePapersService } from './release-papers.service.js';
import { ScorePaperQuery } from './score-papers.dto.js';
import { ScorePapersService } from './score-papers.service.js';

/** What can be taken along on paper. */
@Controller()
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly scores: ScorePapersService,
    private readonly notes: NotePapersService,
    private readonly plans: PlanPapersService,
    private readonly records: RecordPapersService,
    private readonly releases: ReleasePapersService,
  ) {}

  @Get('assignments/:id/pdf')
  @Can('assignments:print')
  @ReturnsFile('application/pdf')
  sheet(@Id() id: string): Promise<SentFile> {
    return this.papers.sheet(id);
  }

  @Get('couples/:id/shared/pdf')
  @Can('releases:print')
  @ReturnsFile('application/pdf')
  shared(@Id() id: string): Promise<SentFile> {
    return this.papers.sharedWith(id);
  }

  @Get('clients/:id/scores/pdf')
  @Can('scales:print')
  @ReturnsFile('application/pdf')
  scoresOf(@Id() id: string, @Query() query: ScorePaperQuery): Promise<SentFile> {
    return this.scores.of(id, query);
  }

  @Get('couples/:id/scores/pdf')
  @Can('scales-of-two:print')
  @ReturnsFile('application/pdf')
  scoresOfCouple(@Id() id: string, @Query() query: CoupleScoresQuery): Promise<SentFile> {
    return this.scores.ofCouple(id, query);
  }

  @Get('notes/:id/pdf')
  @Can('notes:print')
  @ReturnsFile('application/pdf')
  note(@Id() id: string): Promise<SentFile> {
    return this.notes.note(id);
  }

  @Get('sessions/:id/notes/pdf')
  @Can('notes:print')
  @ReturnsFile('application/pdf')
  notesOnSession(@Id() id: string, @Query() query: SessionPaperQuery): Promise<SentFile> {
    return this.notes.session(id, query);
  }

  @Get('plans/:id/pdf')
  @Can('plans:print')
  @ReturnsFile('application/pdf')
  plan(@Id() id: string): Promise<SentFile> {
    return this.plans.plan(id);
  }

  @Get('clients/:id/record/pdf')
  @Can('records:print')
  @ReturnsFile('application/pdf')
  record(@Id() id: string, @Query() query: RecordPaperQuery): Promise<SentFile> {
    return this.records.of(id, query);
  }

  @Get('record-releases/:id/pdf')
  @Can('record-releases:print')
  @ReturnsFile('application/pdf')
  release(@Id() id: string): Promise<SentFile> {
    return this.releases.of(id);
  }
}
