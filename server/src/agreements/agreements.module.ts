/**
 * An *agreement* says what somebody is open about, why, and until which day, in *terms* that never change.
 *
 * Invariants: it begins when both agreed to the same terms, each by an act of one's own, and their therapist started it, so
 * that a concern stops it without a sign · it lapses by itself, rests at once at anyone's word, and ends at once at either
 * partner's · nothing leads back from what is over.
 *
 * Traps: what is *held* waits for a clinician in silence, so nothing of it may show to the partner, not even by an id, a
 * version or a place in the list.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgreementDraftsService } from './agreement.drafts.service.js';
import { Agreement, AgreementConsent, AgreementDraft, AgreementTerms } from './agreement.entity.js';
import { AgreementsController } from './agreements.controller.js';
import { AgreementsService } from './agreements.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Agreement, AgreementTerms, AgreementConsent, AgreementDraft])],
  controllers: [AgreementsController],
  providers: [AgreementsService, AgreementDraftsService],
})
export class AgreementsModule {}
