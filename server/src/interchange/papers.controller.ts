import { Controller, Get, Query } from '@nestjs/common';
import { Can, Id, ReturnsFile } from '../platform/route.js';
import type { SentFile } from '../platform/sent-file.js';
import { CoupleScoresQuery } from '../scales/scales.dto.js';
import { PapersService } from './papers.service.js';
import { ScorePaperQuery } from './score-papers.dto.js';
import { ScorePapersService } from './score-papers.service.js';

/** What can be taken along on paper. */
@Controller()
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly scores: ScorePapersService,
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
}
