/**
 * A *promise* is a small thing said beforehand. What became of it is a *mark*: done, late, missed by its maker; seen, not
 * seen, or rather not say by the other.
 *
 * Invariants: a promise binds its maker, is made before the fact, and is seen by the other or not, never by its maker ·
 * each one's marks are hidden from the other, so where they differ the care team alone knows · no data is a gap, never a
 * success.
 *
 * Traps: what is *held* waits for a clinician in silence, so nothing of it may show to the partner, not even by an id · a
 * mark moves no order and no time that the other can read.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MadePromise, PromiseMark } from './promise.entity.js';
import { PromisesController } from './promises.controller.js';
import { PromisesService } from './promises.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([MadePromise, PromiseMark])],
  controllers: [PromisesController],
  providers: [PromisesService],
})
export class PromisesModule {}
