"""Typed identifiers, so that a ticket's number can never be passed where a customer's is meant."""

from typing import NewType

TicketId = NewType("TicketId", int)
CustomerId = NewType("CustomerId", int)
MessageId = NewType("MessageId", int)
TurnId = NewType("TurnId", int)
TemplateId = NewType("TemplateId", int)
HandoffId = NewType("HandoffId", int)
FollowUpId = NewType("FollowUpId", int)
OperationId = NewType("OperationId", int)
BatchId = NewType("BatchId", int)
CrisisId = NewType("CrisisId", int)
ContactId = NewType("ContactId", int)
ClusterId = NewType("ClusterId", int)
NoticeId = NewType("NoticeId", int)
InsiderId = NewType("InsiderId", int)
SearchId = NewType("SearchId", int)
LeadId = NewType("LeadId", int)
AccountId = NewType("AccountId", int)
PromiseId = NewType("PromiseId", int)
RemedyId = NewType("RemedyId", int)
TestimonialId = NewType("TestimonialId", int)
CardId = NewType("CardId", int)
PlanItemId = NewType("PlanItemId", int)
IntentId = NewType("IntentId", str)
"""A reply's own id (32 hex digits), made before anything leaves the machine."""
