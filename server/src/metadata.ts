// Written by scripts/metadata.mjs from the DTOs and controllers; not committed.
// @ts-nocheck
export default async () => {
  const t = {
    './auth/auth.dto.js': await import('./auth/auth.dto.js'),
    './clients/clients.dto.js': await import('./clients/clients.dto.js'),
    './clients/couples.dto.js': await import('./clients/couples.dto.js'),
    './clinics/staff.dto.js': await import('./clinics/staff.dto.js'),
    './platform/problem.dto.js': await import('./platform/problem.dto.js'),
    './platform/health.dto.js': await import('./platform/health.dto.js'),
  };
  return {
    '@nestjs/swagger': {
      models: [
        [
          import('./auth/auth.dto.js'),
          {
            LoginInput: {
              email: { required: true, type: () => String, minLength: 3, maxLength: 254 },
              password: { required: true, type: () => String, minLength: 1, maxLength: 128 },
            },
            ForgotInput: { email: { required: true, type: () => String, maxLength: 254, format: 'email' } },
            TokenInput: { token: { required: true, type: () => String, minLength: 20, maxLength: 100 } },
            NewPasswordInput: { password: { required: true, type: () => String, minLength: 1, maxLength: 128 } },
            OwnClinicDto: {
              id: { required: true, type: () => String },
              name: { required: true, type: () => String },
              timeZone: { required: true, type: () => String },
              locale: { required: true, type: () => String },
              phone: { required: true, type: () => String },
              crisisText: { required: true, type: () => String },
            },
            MeDto: {
              id: { required: true, type: () => String },
              displayName: { required: true, type: () => String },
              email: { required: true, type: () => String },
              roles: {
                required: true,
                type: () => [Object],
                enum: ['therapist', 'supervisor', 'admin', 'client'],
                isArray: true,
              },
              clinic: { required: true, type: () => t['./auth/auth.dto.js'].OwnClinicDto },
              clientId: { required: true, type: () => String, nullable: true },
              permissions: { required: true, type: () => [String] },
              idleExpiresAt: { required: true, type: () => String },
              expiresAt: { required: true, type: () => String },
            },
            SignedInDto: {
              status: { required: true, enum: ['signed_in', 'second_factor_required'] },
              me: { required: false, type: () => t['./auth/auth.dto.js'].MeDto },
              methods: { required: false, type: () => [String] },
            },
            OwnLoginDto: {
              id: { required: true, type: () => String },
              device: { required: true, type: () => String },
              createdAt: { required: true, type: () => String },
              seenAt: { required: true, type: () => String },
              current: { required: true, type: () => Boolean },
            },
            InvitationDto: {
              kind: { required: true, enum: ['client', 'staff'] },
              clinicName: { required: true, type: () => String },
              invitedBy: { required: true, type: () => String },
              initials: { required: true, type: () => String },
              birthYear: { required: true, type: () => Number, nullable: true },
              expired: { required: true, type: () => Boolean },
            },
            DraftKeyDto: { key: { required: true, type: () => String } },
          },
        ],
        [
          import('./clients/care-team.dto.js'),
          {
            NewCareTeamMember: {
              staffId: { required: true, type: () => String, format: 'uuid' },
              from: { required: false, type: () => String, nullable: true, maxLength: 40 },
            },
            CareTeamQuery: {},
            CareTeamMemberDto: {
              id: { required: true, type: () => String },
              staffId: { required: true, type: () => String },
              displayName: { required: true, type: () => String },
              primary: { required: true, type: () => Boolean },
              from: { required: true, type: () => String },
              to: { required: true, type: () => String, nullable: true },
            },
          },
        ],
        [
          import('./clients/clients.dto.js'),
          {
            SafeContact: {
              channel: { required: true, type: () => String },
              from: { required: false, type: () => String, nullable: true },
              to: { required: false, type: () => String, nullable: true },
              voicemail: { required: false, type: () => Boolean, nullable: true },
            },
            ClientDetails: {
              preferredName: { required: false, type: () => String, nullable: true },
              pronouns: { required: false, type: () => String, nullable: true },
              birthDate: { required: false, type: () => String, nullable: true },
              email: { required: false, type: () => String, nullable: true, maxLength: 254, format: 'email' },
              phone: { required: false, type: () => String, nullable: true, minLength: 3, maxLength: 40 },
              timeZone: { required: false, type: () => String, nullable: true, maxLength: 64 },
              safeContact: { required: false, type: () => t['./clients/clients.dto.js'].SafeContact, nullable: true },
            },
            NewClient: {
              givenName: { required: true, type: () => String },
              familyName: { required: true, type: () => String },
            },
            ClientChange: {
              givenName: { required: false, type: () => String },
              familyName: { required: false, type: () => String },
              status: { required: false, enum: ['waiting', 'active', 'paused', 'ended'] },
              primaryTherapistId: { required: false, type: () => String, nullable: true, format: 'uuid' },
            },
            ClientQuery: {
              q: { required: false, type: () => String, minLength: 1, maxLength: 120 },
              status: { required: false, enum: ['waiting', 'active', 'paused', 'ended'] },
              therapistId: { required: false, type: () => String, format: 'uuid' },
              sort: { required: false, enum: ['-updatedAt', 'updatedAt', 'name', '-name'] },
            },
            PortalInvitation: { email: { required: true, type: () => String, maxLength: 254, format: 'email' } },
            ClientDto: {
              id: { required: true, type: () => String },
              version: { required: true, type: () => Number },
              givenName: { required: true, type: () => String },
              familyName: { required: true, type: () => String },
              preferredName: { required: true, type: () => String, nullable: true },
              displayName: { required: true, type: () => String },
              pronouns: { required: true, type: () => String, nullable: true },
              birthDate: { required: true, type: () => String, nullable: true },
              email: { required: true, type: () => String, nullable: true },
              phone: { required: true, type: () => String, nullable: true },
              timeZone: { required: true, type: () => String, nullable: true },
              safeContact: { required: true, type: () => t['./clients/clients.dto.js'].SafeContact, nullable: true },
              status: { required: true, enum: ['waiting', 'active', 'paused', 'ended'] },
              primaryTherapistId: { required: true, type: () => String, nullable: true },
              coupleId: { required: true, type: () => String, nullable: true },
              createdAt: { required: true, type: () => String },
              updatedAt: { required: true, type: () => String },
            },
          },
        ],
        [
          import('./clients/couples.dto.js'),
          {
            Partner: {
              clientId: { required: true, type: () => String, format: 'uuid' },
              role: { required: true, enum: ['injured', 'involved', 'both', 'unspecified'] },
            },
            CoupleDetails: {
              betrayalTypes: {
                required: false,
                nullable: true,
                enum: ['sexual', 'emotional', 'online', 'financial', 'deception', 'other'],
                isArray: true,
                uniqueItems: true,
                maxItems: 6,
              },
              discoveredOn: { required: false, type: () => String, nullable: true },
              stage: {
                required: false,
                nullable: true,
                enum: ['stabilise', 'understand', 'repair', 'rebuild', 'part'],
              },
            },
            NewCouple: {
              partners: {
                required: true,
                type: () => [t['./clients/couples.dto.js'].Partner],
                minItems: 2,
                maxItems: 2,
              },
            },
            CoupleChange: {
              partners: {
                required: false,
                type: () => [t['./clients/couples.dto.js'].Partner],
                nullable: true,
                minItems: 1,
                maxItems: 2,
              },
            },
            CoupleQuery: {
              clientId: { required: false, type: () => String, format: 'uuid' },
              stage: { required: false, enum: ['stabilise', 'understand', 'repair', 'rebuild', 'part'] },
            },
            PartnerDto: {
              clientId: { required: true, type: () => String },
              role: { required: true, enum: ['injured', 'involved', 'both', 'unspecified'] },
              displayName: { required: true, type: () => String, nullable: true },
              callName: { required: true, type: () => String, nullable: true },
            },
            CoupleDto: {
              id: { required: true, type: () => String },
              version: { required: true, type: () => Number },
              displayName: { required: true, type: () => String },
              partners: { required: true, type: () => [t['./clients/couples.dto.js'].PartnerDto] },
              betrayalTypes: {
                required: true,
                type: () => [Object],
                enum: ['sexual', 'emotional', 'online', 'financial', 'deception', 'other'],
                isArray: true,
              },
              discoveredOn: { required: true, type: () => String, nullable: true },
              stage: { required: true, nullable: true, enum: ['stabilise', 'understand', 'repair', 'rebuild', 'part'] },
              createdAt: { required: true, type: () => String },
              updatedAt: { required: true, type: () => String },
            },
          },
        ],
        [
          import('./clinics/staff.dto.js'),
          {
            StaffInvitation: {
              email: { required: true, type: () => String, maxLength: 254, format: 'email' },
              displayName: { required: true, type: () => String },
              roles: {
                required: true,
                type: () => [Object],
                enum: ['therapist', 'supervisor', 'admin'],
                isArray: true,
                uniqueItems: true,
                minItems: 1,
                maxItems: 3,
              },
            },
            StaffChange: {
              displayName: { required: false, type: () => String },
              roles: {
                required: false,
                type: () => [Object],
                enum: ['therapist', 'supervisor', 'admin'],
                isArray: true,
                uniqueItems: true,
                minItems: 1,
                maxItems: 3,
              },
              status: { required: false, enum: ['active', 'disabled'] },
            },
            StaffQuery: {
              role: { required: false, enum: ['therapist', 'supervisor', 'admin'] },
              status: { required: false, enum: ['active', 'disabled', 'invited'] },
            },
            NewSupervision: {
              supervisorId: { required: true, type: () => String, format: 'uuid' },
              from: { required: false, type: () => String, nullable: true, maxLength: 40 },
              cosign: { required: true, type: () => Boolean },
            },
            SupervisionDto: {
              id: { required: true, type: () => String },
              therapistId: { required: true, type: () => String },
              supervisorId: { required: true, type: () => String },
              supervisorName: { required: true, type: () => String },
              cosign: { required: true, type: () => Boolean },
              from: { required: true, type: () => String },
              to: { required: true, type: () => String, nullable: true },
            },
            StaffDto: {
              id: { required: true, type: () => String },
              version: { required: true, type: () => Number },
              displayName: { required: true, type: () => String },
              email: { required: true, type: () => String },
              roles: {
                required: true,
                type: () => [Object],
                enum: ['therapist', 'supervisor', 'admin'],
                isArray: true,
              },
              status: { required: true, enum: ['active', 'disabled', 'invited'] },
              supervisions: { required: true, type: () => [t['./clinics/staff.dto.js'].SupervisionDto] },
            },
          },
        ],
        [
          import('./platform/health.dto.js'),
          {
            HealthDto: { status: { required: true, enum: ['ok'] } },
          },
        ],
        [
          import('./platform/problem.dto.js'),
          {
            ProblemFieldDto: {
              path: { required: true, type: () => String },
              code: { required: true, type: () => String },
              message: { required: true, type: () => String },
            },
            ProblemDto: {
              type: { required: true, type: () => String },
              title: { required: true, type: () => String },
              status: { required: true, type: () => Number },
              code: { required: true, type: () => String },
              detail: { required: false, type: () => String },
              errors: { required: false, type: () => [t['./platform/problem.dto.js'].ProblemFieldDto] },
              requestId: { required: true, type: () => String },
            },
          },
        ],
      ],
      controllers: [
        [
          import('./auth/auth.controller.js'),
          {
            AuthController: {
              signIn: { type: t['./auth/auth.dto.js'].SignedInDto },
              acceptInvitation: { type: t['./auth/auth.dto.js'].SignedInDto },
              me: { type: t['./auth/auth.dto.js'].MeDto },
              draftKey: { type: t['./auth/auth.dto.js'].DraftKeyDto },
              signOut: {},
              logins: {},
              endLogin: {},
              forgot: {},
              reset: {},
              look: { type: t['./auth/auth.dto.js'].InvitationDto },
              renew: {},
            },
          },
        ],
        [
          import('./platform/health.controller.js'),
          {
            HealthController: {
              live: { type: t['./platform/health.dto.js'].HealthDto },
              ready: { type: t['./platform/health.dto.js'].HealthDto },
            },
          },
        ],
      ],
    },
  };
};
