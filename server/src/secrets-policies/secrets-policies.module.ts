/**
 * What is agreed about things that one partner of a couple tells alone. A *policy* is one of three choices with its
 * words, frozen into a numbered version; a *signature* is one partner's own, under one version.
 *
 * Invariants: words that somebody could sign never change · one signs the last version only · a partner reads the words
 * and her own signature; whether and when the other signed is told to staff alone, so that nobody is pressed by it.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { SecretsPoliciesController } from './secrets-policies.controller.js';
import { PolicySignature, SecretsPolicy } from './secrets-policies.entity.js';
import { SecretsPoliciesService } from './secrets-policies.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PolicySignature, SecretsPolicy]), ClinicsModule],
  controllers: [SecretsPoliciesController],
  providers: [SecretsPoliciesService],
})
export class SecretsPoliciesModule {}
