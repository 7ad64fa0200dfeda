"""`manage.py setup_roles`: the groups of the house with their rights, and the approval workflow."""

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from gufu import roles
from gufu.permissions import write_permissions


class Command(BaseCommand):
    help = "Opretter grupperne med deres rettigheder og arbejdsgangen for godkendelse."

    @transaction.atomic
    def handle(self, *args: object, **options: object) -> None:
        root = Page.get_first_root_node()
        write_permissions(root)
        task, _new = GroupApprovalTask.objects.get_or_create(name="Faglig godkendelse")
        task.groups.set(Group.objects.filter(name=roles.SUBJECT_EDITORS))
        workflow, _new = Workflow.objects.get_or_create(name="Godkendelse af fagredaktør")
        WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
        # Wagtail's own first workflow and groups are English and empty; ours take their place.
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
        Workflow.objects.exclude(pk=workflow.pk).update(active=False)
        Group.objects.filter(name__in=("Editors", "Moderators"), user=None).delete()
        self.stdout.write("grupper og rettigheder er på plads")
