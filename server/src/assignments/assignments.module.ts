/**
 * Homework. An *assignment* is a worksheet given to someone, a *response* is the draft its author writes, a *submission*
 * a draft as it was sent, a *review* the therapist's answer to a submission.
 *
 * Invariants: a draft is read by its author alone, by row policy · what was sent is never rewritten: the next draft
 * stands beside it · an answer to a question that is not asked, or a row its author keeps back, is never sent · one
 * partner's sheet, and that there is one, is unknown to the other · nothing is ever late: it is still open.
 *
 * Traps: one version for assignment and draft, it moves with each save · reading as the therapist opens a submission
 * and ends its taking back, yet does not move the version.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SafetyModule } from '../safety/safety.module.js';
import { WorksheetsModule } from '../worksheets/worksheets.module.js';
import { AssignmentsController } from './assignments.controller.js';
import {
  Assignment,
  EarlyAssignment,
  Response,
  Review,
  Submission,
  HomeworkPause,
  HomeworkSequence,
  ReminderChoice,
  TherapistPart,
} from './assignments.entity.js';
import { AssignmentsService } from './assignments.service.js';
import { PacingController } from './pacing.controller.js';
import { PausesService } from './pauses.service.js';
import { RemindersService } from './reminders.service.js';
import { ReviewedService } from './reviewed.service.js';
import { ResponsesService } from './responses.service.js';
import { SequencesService } from './sequences.service.js';
import { SubmissionsService } from './submissions.service.js';
import { TherapistPartService } from './therapist-part.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Assignment,
      EarlyAssignment,
      Response,
      Submission,
      Review,
      HomeworkPause,
      HomeworkSequence,
      ReminderChoice,
      TherapistPart,
    ]),
    SafetyModule,
    WorksheetsModule,
  ],
  controllers: [AssignmentsController, PacingController],
  providers: [
    AssignmentsService,
    ResponsesService,
    SubmissionsService,
    SequencesService,
    PausesService,
    RemindersService,
    ReviewedService,
    TherapistPartService,
  ],
  exports: [
    AssignmentsService,
    PausesService,
    ResponsesService,
    ReviewedService,
    SubmissionsService,
    TherapistPartService,
  ],
})
export class AssignmentsModule {}
