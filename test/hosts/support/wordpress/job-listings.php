<?php
/**
 * Plugin Name: Job listings
 * Description: Post type, terms and fields as WP Job Manager has them in its REST API.
 */
add_action( 'init', function () {
	register_post_type( 'job_listing', [
		'public'       => true,
		'supports'     => [ 'title', 'editor', 'custom-fields', 'thumbnail' ],
		'rewrite'      => [ 'slug' => 'job', 'with_front' => false ],
		'show_in_rest' => true,
		'rest_base'    => 'job-listings',
	] );
	foreach ( [ 'category' => 'job-categories', 'type' => 'job-types' ] as $name => $base ) {
		register_taxonomy( "job_listing_$name", 'job_listing', [
			'public'       => true,
			'show_in_rest' => true,
			'rest_base'    => $base,
		] );
	}
	register_post_status( 'expired', [ 'public' => true, 'exclude_from_search' => true ] );

	$numbers = [ '_filled', '_featured', '_remote_position' ];
	$texts   = [
		'_job_location', '_application', '_company_name', '_company_website', '_company_tagline',
		'_company_twitter', '_company_video', '_job_salary', '_job_salary_currency', '_job_salary_unit',
	];
	// What the guide has a school add or show.
	array_push( $texts, '_job_hours', '_job_duration', '_job_skills', '_job_expires' );
	foreach ( array_merge( $numbers, $texts ) as $name ) {
		register_post_meta( 'job_listing', $name, [
			'type'         => in_array( $name, $numbers, true ) ? 'integer' : 'string',
			'single'       => true,
			'show_in_rest' => true,
		] );
	}
} );
