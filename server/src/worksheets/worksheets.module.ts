/**
 * Homework. A *worksheet* is a template, an *assignment* is it given to someone, a *response* is the draft its author
 * writes, a *submission* a draft as it was sent, a *review* the therapist's answer to a submission. A *safety check* says
 * that a partner was asked alone; a *gated* worksheet waits for one before it is given within a couple's work.
 *
 * Invariants: a draft is read by its author alone, by row policy · what was sent is never rewritten: the next draft
 * stands beside it · an answer to a question that is not asked, or a row its author keeps back, is never sent · one
 * partner's sheet, and that there is one, is unknown to the other · nothing is ever late: it is still open.
 *
 * Traps: one version for assignment and draft, it moves with each save · reading as the therapist opens a submission
 * and ends its taking back, yet does not move the version · built-in worksheets live in code, their ids made from key
 * and version, so an old version must stay for as long as rows point at it.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsService } from './assignments.service.js';
import { ResponsesService } from './responses.service.js';
import { SafetyChecksController } from './safety-checks.controller.js';
import { SafetyChecksService } from './safety-checks.service.js';
import { SubmissionsService } from './submissions.service.js';
import { WorksheetsController } from './worksheets.controller.js';
import { Assignment, Response, Review, SafetyCheck, Submission } from './worksheets.entity.js';
import { WorksheetsService } from './worksheets.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Assignment, Response, Submission, Review, SafetyCheck])],
  controllers: [WorksheetsController, AssignmentsController, SafetyChecksController],
  providers: [WorksheetsService, AssignmentsService, ResponsesService, SubmissionsService, SafetyChecksService],
})
export class WorksheetsModule {}
