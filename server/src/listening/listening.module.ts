/**
 * Listening first. One writes a *piece*, and keeps it between her and the care team or *offers* it; the other *reflects*,
 * saying back what he heard, before he can *reply*; she closes with *heard* or *not yet*.
 *
 * Invariants: no reply before a reflection, and none between "not yet" and the next one · one reply to each reflection:
 * the last word is not his · what was offered is a copy and stays as it was · what is taken back is gone for the other.
 *
 * Traps: what the gate holds back looks to its writer like a piece that nobody has answered yet, and it must go on looking
 * so: no act of hers may fail on it, nothing may move when it opens.
 * What he says to a piece that is open waits as well while there is a concern, and stands for him as if she had read it.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ListeningController } from './listening.controller.js';
import { Listening, ListeningOwn, ListeningTurn } from './listening.entity.js';
import { ListeningService } from './listening.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Listening, ListeningOwn, ListeningTurn])],
  controllers: [ListeningController],
  providers: [ListeningService],
})
export class ListeningModule {}
