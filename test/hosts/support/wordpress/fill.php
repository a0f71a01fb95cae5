<?php
/**
 * Puts the listings that come in as JSON in the place of those that are there. Run in the site's folder.
 * Prints the numbers of the categories by name.
 */
require getcwd() . '/wp-load.php';
$query = [ 'post_type' => 'job_listing', 'post_status' => [ 'any', 'expired' ], 'numberposts' => -1 ];
foreach ( get_posts( $query ) as $post ) {
	wp_delete_post( $post->ID, true );
}
$terms = [ 'taxonomy' => 'job_listing_category', 'hide_empty' => false, 'fields' => 'ids' ];
foreach ( get_terms( $terms ) as $term ) {
	wp_delete_term( $term, 'job_listing_category' );
}
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $listing ) {
	$post = [
		'import_id'     => $listing['id'],
		'post_type'     => 'job_listing',
		'post_title'    => $listing['title'],
		'post_name'     => $listing['slug'],
		'post_content'  => $listing['content'],
		'post_status'   => $listing['status'],
		'post_date_gmt' => $listing['date'],
		'post_date'     => $listing['date'],
		'meta_input'    => $listing['meta'],
	];
	$id = wp_insert_post( wp_slash( $post ), true );
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() );
		exit( 1 );
	}
	wp_set_object_terms( $id, $listing['categories'], 'job_listing_category' );
}
echo json_encode( (object) array_column( get_terms( [ 'fields' => 'all' ] + $terms ), 'term_id', 'name' ) );
