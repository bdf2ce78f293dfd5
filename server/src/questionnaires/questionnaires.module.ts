/**
 * Questionnaires: the scales a clinic may give. A *tracker* is this house's own; a *form* is what was read of a FHIR file
 * the clinic brought, and becomes a scale once it is known which *facts* score it, by its codes or by a *mapping*.
 *
 * Invariants: wording comes from the file, what it scores from the facts · a file is kept as it was sent · a reading is
 * never changed, another one is another version · what an option is worth never follows from its place · a client is told
 * no bands, lines or rules of change.
 *
 * Trap: two files with one address may be two languages; they are two instruments, or one's words would change overnight.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeRulesService } from './change-rules.service.js';
import { InstrumentsController } from './instruments.controller.js';
import { ChangeRuleChoice, InstrumentFile, InstrumentVersion, OwnInstrument } from './instruments.entity.js';
import { InstrumentsService } from './instruments.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([OwnInstrument, InstrumentFile, InstrumentVersion, ChangeRuleChoice])],
  controllers: [InstrumentsController],
  providers: [ChangeRulesService, InstrumentsService],
  exports: [ChangeRulesService, InstrumentsService],
})
export class QuestionnairesModule {}
