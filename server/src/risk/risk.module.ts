/**
 * Risk: an *alert* says that somebody in care may be in danger. An *entry* is what raised it: a risk answer on a scale, or
 * what a clinician saw. The *owner* is to take it by its *due* time; *reach* says who has been told meanwhile.
 *
 * Invariants: raised in the transaction of what raised it · one that is not closed for each person and piece of work:
 * more is added to it, and it then waits anew · never cleared but by a person's act with an outcome; a later score
 * does nothing to it · what nobody takes in time reaches supervisors, then admins, and these again every day ·
 * she whom it is about, her partner, the couple's record, exports and portals hold nothing of it · the front desk
 * sees that somebody waits, never why.
 *
 * Trap: whoever answers may not read alerts, so `risk_open` in the database finds the open one for her.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RiskAlertsController } from './risk-alerts.controller.js';
import { RiskAlertsService } from './risk-alerts.service.js';
import { RiskActRow, RiskAlert, RiskEntry } from './risk.entity.js';
import { RiskService } from './risk.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RiskActRow, RiskAlert, RiskEntry])],
  controllers: [RiskAlertsController],
  providers: [RiskAlertsService, RiskService],
  exports: [RiskAlertsService, RiskService],
})
export class RiskModule {}
