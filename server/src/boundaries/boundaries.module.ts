/**
 * A *boundary* says what somebody will and will not live with; a *wording* is what it said at one time. What became of it
 * is a *mark*: kept, bent, crossed, or rather not say.
 *
 * Invariants: a draft is its author's alone, and why stays with author and care team for good · it takes each one's own
 * act, to the same words; any new words ask both anew · a limit on one's own body, contact or safety needs no consent ·
 * each one's marks are hidden from the other, so where they differ the care team alone knows.
 *
 * Traps: what is *held* waits for a clinician in silence, so nothing of it may show to the partner, not even by an id (a
 * boundary's is drawn at random) · a mark moves no version, no order, no time that the other can read.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BoundariesController } from './boundaries.controller.js';
import { BoundariesService } from './boundaries.service.js';
import { BoundaryDraftsService } from './boundary.drafts.service.js';
import {
  Boundary,
  BoundaryComment,
  BoundaryConsent,
  BoundaryEvent,
  BoundaryMove,
  BoundaryOwn,
  BoundaryText,
} from './boundary.entity.js';
import { NegotiationService } from './negotiation.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Boundary,
      BoundaryOwn,
      BoundaryText,
      BoundaryConsent,
      BoundaryComment,
      BoundaryMove,
      BoundaryEvent,
    ]),
  ],
  controllers: [BoundariesController],
  providers: [BoundariesService, BoundaryDraftsService, NegotiationService],
})
export class BoundariesModule {}
