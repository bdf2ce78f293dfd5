/**
 * *Consistency* is what became of boundaries and promises, week by week, as each of the two tells it.
 *
 * Invariants: for the care team alone · each person's words are a series of their own, and are never added up · a week in
 * which nobody said anything is a gap, never a success · where the two differ, it is shown, not settled.
 */
import { Module } from '@nestjs/common';
import { ConsistencyController } from './consistency.controller.js';
import { ConsistencyService } from './consistency.service.js';

@Module({
  controllers: [ConsistencyController],
  providers: [ConsistencyService],
})
export class ConsistencyModule {}
