/**
 * The apology coach. A *hint* quotes words of a letter, says why they can hurt and asks one question; a *category* is
 * one kind of hint; a *part* is one of the six components of a full apology. It reads English only and is silent
 * otherwise. There is no score, nothing is stored, and nothing ever reaches the partner. What reads a letter stands in
 * this folder, what one category knows in `categories/`. The `*.rules.ts` of both run on the client's own device as well:
 * they know nothing but themselves, and the texts of the hints stand in them since the hints are in the language they read.
 */
import { Module } from '@nestjs/common';
import { CoachController } from './coach.controller.js';

@Module({ controllers: [CoachController] })
export class CoachModule {}
