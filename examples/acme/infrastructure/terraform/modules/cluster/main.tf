terraform {
  required_version = ">= 1.9"

  required_providers {
    openstack = {
      source  = "terraform-provider-openstack/openstack"
      version = "~> 3.0"
    }
  }
}

resource "openstack_containerinfra_cluster_v1" "this" {
  name                = var.name
  cluster_template_id = var.template_id
  master_count        = var.control_plane_count
  node_count          = 0
  keypair             = var.keypair

  labels = {
    kube_tag           = "v${var.kubernetes_version}"
    audit_log_enabled  = "true"
    availability_zones = join(",", var.zones)
  }

  lifecycle {
    # Node groups below own the nodes; the default group stays empty.
    ignore_changes = [node_count]
  }
}

resource "openstack_containerinfra_nodegroup_v1" "this" {
  for_each = var.node_groups

  name           = each.key
  cluster_id     = openstack_containerinfra_cluster_v1.this.id
  flavor_id      = each.value.flavor
  node_count     = each.value.min
  min_node_count = each.value.min
  max_node_count = each.value.max
  role           = "worker"
}
