/**
 * What a person writes of her own accord, one short *entry* at a time: a *win*, a *gut check* (noticed, thought, did, later),
 * where she *leans* (out, in, or does not know), and at the *crossroads* what she weighs.
 *
 * Invariants: it needs no partner and outlives the work of two · its owner alone writes it · her care team reads it, but for
 * wins and gut checks she keeps to herself · no kind but a win can reach a partner, as a copy, by its author's own act ·
 * nothing is counted, nothing in a row, no way is the better one.
 *
 * Traps: a shared win may wait for a clinician in silence, so neither its id nor its place tells when it was shared.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalController } from './journal.controller.js';
import { JournalEntry, SharedWin } from './journal.entity.js';
import { JournalService } from './journal.service.js';
import { SharedWinsService } from './shared-wins.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([JournalEntry, SharedWin])],
  controllers: [JournalController],
  providers: [JournalService, SharedWinsService],
})
export class JournalModule {}
