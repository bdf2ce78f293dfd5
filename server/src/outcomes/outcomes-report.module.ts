/**
 * Outcomes of a clinic: a *reading* says where a person stood at her last answer of a quarter, a *tally* how many of her
 * askings were met; a *line* is what the people of one therapist, or of all, come to.
 *
 * Invariants: an admin gets numbers, never a person and never fewer than `FEWEST_SHOWN`, nor what would give those away ·
 * whoever treats people gets their own, whole, and nobody else's · trackers are no measure of it · every way care came
 * to a close counts as completed · only quarters that are over are counted, and lines stand by name.
 *
 * Trap: scores are sealed, so a reading is made where the answer is (scales), and cannot be made anew by SQL.
 */
import { Module } from '@nestjs/common';
import { ReportController } from './report.controller.js';
import { ReportService } from './report.service.js';

@Module({ controllers: [ReportController], providers: [ReportService] })
export class OutcomesReportModule {}
