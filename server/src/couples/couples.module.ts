import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClientsModule } from '../clients/clients.module.js';
import { BetrayalsService } from './betrayals.service.js';
import { CoupleChangesService } from './couple-changes.service.js';
import { CoupleEndingsService } from './couple-endings.service.js';
import { CoupleEventsController } from './couple-events.controller.js';
import { CoupleStagesService } from './couple-stages.service.js';
import { BetrayalEvent, Couple, CoupleChanged, CoupleEnding, CouplePartner, CoupleStage } from './couple.entity.js';
import { CouplesController } from './couples.controller.js';
import { CouplesService } from './couples.service.js';

/**
 * Two clients in care together: their roles, the stage of their work, what happened between them, and its end.
 *
 * Care of a couple shows who both partners are and what is the couple's; a partner's own care stays with whoever treats
 * that person. Linking two people shows neither anything of the other. Invariant: a person is in one couple at a time.
 *
 * The work of two can end: their links and the care of the couple get an end at that moment, what is joint can be read by
 * whoever treated them and written by nobody, and each one's own goes on. Two of the staff can undo it within thirty days.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Couple, CouplePartner, CoupleStage, BetrayalEvent, CoupleChanged, CoupleEnding]),
    ClientsModule,
  ],
  controllers: [CouplesController, CoupleEventsController],
  providers: [BetrayalsService, CoupleChangesService, CoupleEndingsService, CoupleStagesService, CouplesService],
  exports: [CouplesService],
})
export class CouplesModule {}
