/**
 * What leaves the house as a file. A *paper* is a sheet, a plan, a note, the notes on a session, one person's own record, or the
 * course of a person's scores or of two people's side by side, or what was drawn up for a request for records, as PDF.
 *
 * Invariants: a paper holds what its reader could read on the screen at that moment, fetched through the same services
 * and by the same row policies, and nothing else · printing is in the log like reading · a file's name says nothing of
 * what is in it, since it stands in a list of downloads · a psychotherapy note is on no paper, and a joint note or
 * plan on none of one partner's own.
 *
 * Trap: staff who print a sheet have opened it, and its author can no longer take it back.
 */
import { Module } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/assignments.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { CouplesModule } from '../couples/couples.module.js';
import { DashboardModule } from '../dashboard/dashboard.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RecordReleasesModule } from '../record-releases/record-releases.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { ScalesModule } from '../scales/scales.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { WorksheetsModule } from '../worksheets/worksheets.module.js';
import { PapersController } from './papers.controller.js';
import { NotePapersService } from './note-papers.service.js';
import { PapersService } from './papers.service.js';
import { PlanPapersService } from './plan-papers.service.js';
import { RecordPapersService } from './record-papers.service.js';
import { ReleasePapersService } from './release-papers.service.js';
import { ScorePapersService } from './score-papers.service.js';

@Module({
  imports: [
    ...[AssignmentsModule, ClientsModule, CouplesModule, DashboardModule, NotesModule, PlansModule],
    ...[RecordReleasesModule, ReleasesModule, ScalesModule, SessionsModule, WorksheetsModule],
  ],
  controllers: [PapersController],
  providers: [
    NotePapersService,
    PapersService,
    PlanPapersService,
    RecordPapersService,
    ReleasePapersService,
    ScorePapersService,
  ],
})
export class InterchangeModule {}
