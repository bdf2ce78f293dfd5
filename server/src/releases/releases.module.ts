/**
 * Sharing between partners. A *release* is a copy of answers that their author let her partner read; a *proposal* is the
 * therapist's thought that she could. What is *held* waits for a clinician, and neither partner is told so.
 *
 * Invariants: only the author makes a release, of what she herself sent · it is a copy: what she writes later stays hers
 * · it ends for the future at her word, at once · until it is open, and after it is taken back, there is no trace of it
 * in anything the partner reads · what a gated sheet asks is read by the therapist first.
 *
 * Traps: a gate that answered the author would tell her what her partner said alone, so it holds back in silence ·
 * "when both are done" counts within the round of one assigning.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignmentsModule } from '../assignments/assignments.module.js';
import { WorksheetsModule } from '../worksheets/worksheets.module.js';
import { ReleasesController } from './releases.controller.js';
import { Release, ShareProposal } from './releases.entity.js';
import { ReleasesService } from './releases.service.js';
import { SharedService } from './shared.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Release, ShareProposal]), AssignmentsModule, WorksheetsModule],
  controllers: [ReleasesController],
  providers: [ReleasesService, SharedService],
  exports: [SharedService],
})
export class ReleasesModule {}
