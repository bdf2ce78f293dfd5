/**
 * Hard days. A *plan* is made on a calm one: what to do first, whom to call, what not to decide. A *setback* is a person's
 * word that there was one.
 *
 * Invariants: both are hers alone to write · her care team reads them, a partner never learns of either · a setback marks
 * a day and changes nothing else: no score, no version, no date of anything, but for the pause she may ask for with it ·
 * until she saves a plan of her own, what she sent on the worksheet "Setback plan" stands for it.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignmentsModule } from '../assignments/assignments.module.js';
import { PlansService } from './plans.service.js';
import { Setback, SetbackPlan } from './setback.entity.js';
import { SetbacksController } from './setbacks.controller.js';
import { SetbacksService } from './setbacks.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Setback, SetbackPlan]), AssignmentsModule],
  controllers: [SetbacksController],
  providers: [PlansService, SetbacksService],
})
export class SetbacksModule {}
