/**
 * Commitments between two partners. A *boundary* says what somebody will and will not live with; a *wording* is what it
 * said at one time; a *promise* is a small thing said beforehand; an *agreement* says what somebody is open about, why,
 * and until which day, in *terms* that never change. What became of either is a *mark*: kept, bent, crossed,
 * done, late, missed, seen, or rather not say.
 *
 * Invariants: a draft is its author's alone, and why stays with author and care team for good · it takes each one's own
 * act, to the same words; any new words ask both anew · a limit on one's own body, contact or safety needs no consent ·
 * agreement ends at once at either's word · each one's marks are hidden from the other, so where they differ the care team
 * alone knows · no data is a gap, never a success · a promise binds its maker, is made before the fact, and is seen by the
 * other or not, never by its maker · an agreement to be open begins when both agreed to the same terms and their therapist
 * started it, so that a concern stops it without a sign; it lapses by itself, and rests at once at anyone's word.
 *
 * Traps: what is *held* waits for a clinician in silence, so nothing of it may show to the partner, not even by an id (a
 * boundary's is drawn at random) · a mark moves no version, no order, no time that the other can read.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Agreement, AgreementConsent, AgreementTerms } from './agreement.entity.js';
import { AgreementsController } from './agreements.controller.js';
import { AgreementsService } from './agreements.service.js';
import { BoundariesController } from './boundaries.controller.js';
import { BoundariesService } from './boundaries.service.js';
import {
  Boundary,
  BoundaryComment,
  BoundaryConsent,
  BoundaryEvent,
  BoundaryMove,
  BoundaryOwn,
  BoundaryText,
} from './boundary.entity.js';
import { BoundaryDraftsService } from './boundary.drafts.service.js';
import { ConsistencyService } from './consistency.service.js';
import { NegotiationService } from './negotiation.service.js';
import { MadePromise, PromiseMark } from './promise.entity.js';
import { PromisesController } from './promises.controller.js';
import { PromisesService } from './promises.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ...[Boundary, BoundaryOwn, BoundaryText, BoundaryConsent, BoundaryComment, BoundaryMove, BoundaryEvent],
      ...[MadePromise, PromiseMark],
      ...[Agreement, AgreementTerms, AgreementConsent],
    ]),
  ],
  controllers: [BoundariesController, PromisesController, AgreementsController],
  providers: [
    BoundariesService,
    BoundaryDraftsService,
    NegotiationService,
    ConsistencyService,
    PromisesService,
    AgreementsService,
  ],
})
export class CommitmentsModule {}
