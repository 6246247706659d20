output "api_address" {
  description = "Address of the Kubernetes API."
  value       = openstack_containerinfra_cluster_v1.this.api_address
}
