import { Body, Controller, Get, Post } from '@nestjs/common';
import { Can, Creates, Id, Returns } from '../platform/route.js';
import {
  NewSecretsPolicy,
  PaperSignature,
  PolicySignatureDto,
  PolicyVersionDto,
  SecretsPolicyDto,
} from './secrets-policies.dto.js';
import { SecretsPoliciesService } from './secrets-policies.service.js';

@Controller()
export class SecretsPoliciesController {
  constructor(private readonly policies: SecretsPoliciesService) {}

  @Get('couples/:id/secrets-policy')
  @Can('secrets-policies:read')
  @Returns(SecretsPolicyDto)
  of(@Id() id: string): Promise<SecretsPolicyDto> {
    return this.policies.of(id);
  }

  @Post('couples/:id/secrets-policies')
  @Can('secrets-policies:set')
  @Creates(PolicyVersionDto)
  set(@Id() id: string, @Body() body: NewSecretsPolicy): Promise<PolicyVersionDto> {
    return this.policies.set(id, body);
  }

  @Post('secrets-policies/:id/signatures')
  @Can('secrets-policies:sign')
  @Creates(PolicySignatureDto)
  sign(@Id() id: string): Promise<PolicySignatureDto> {
    return this.policies.sign(id);
  }

  @Post('secrets-policies/:id/paper-signatures')
  @Can('secrets-policies:record')
  @Creates(PolicySignatureDto)
  record(@Id() id: string, @Body() body: PaperSignature): Promise<PolicySignatureDto> {
    return this.policies.record(id, body);
  }
}
